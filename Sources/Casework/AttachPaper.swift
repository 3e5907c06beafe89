package import Blobs
import Foundation
package import Kernel
import NIOPosix
import Storage

/// Takes an uploaded file as a paper: of a draft, of an answer to a supplement request, or as the result.
package struct AttachPaper: Sendable {
    package enum Refusal: Error, Sendable, Equatable {
        /// The content is of a kind that is not taken, whatever the name says.
        case kind
        case tooMany
        case unknown

        package var words: Phrase {
            switch self {
            case .kind:
                Phrase(
                    vi:
                        "Tệp này không phải PDF, ảnh (JPEG, PNG, WebP, HEIC) hoặc văn bản (DOCX, XLSX, ODT, DOC). Xin chọn tệp khác.",
                    en:
                        "This file is no PDF, picture (JPEG, PNG, WebP, HEIC) or document (DOCX, XLSX, ODT, DOC). Choose another file."
                )
            case .tooMany:
                Phrase(vi: "Mỗi giấy tờ nhận nhiều nhất 20 tệp.", en: "At most 20 files for one paper.")
            case .unknown: Phrase(vi: "Không tìm thấy hồ sơ này.", en: "This dossier was not found.")
            }
        }
    }

    /// A file that has arrived.
    package struct Arrived: Sendable {
        let path: String
        let filename: String
        let size: Int
        let sha256: String
        package init(path: String, filename: String, size: Int, sha256: String) {
            self.path = path
            self.filename = filename
            self.size = size
            self.sha256 = sha256
        }
    }

    package static let largestFile = 26_214_400
    static let mostFiles = 20

    let office: CaseOffice
    let blobs: BlobStore

    package init(_ office: CaseOffice, blobs: BlobStore) {
        self.office = office
        self.blobs = blobs
    }

    /// Keeps the file and writes its row under `target` (a draft or a dossier). The caller has checked that the one who
    /// sends it may.
    package func callAsFunction(
        _ file: Arrived, to target: Dossier.ID, rule: String, kind: Paper.Kind = .applicant, request: String? = nil
    ) async throws -> Result<Paper, Refusal> {
        let blobs = blobs
        let found = try await NIOThreadPool.singleton.runIfActive { () -> FileKind? in
            guard let kind = FileKind.of(fileAt: file.path) else { return nil }
            try blobs.keep(fileAt: file.path, sha256: file.sha256)
            return kind
        }
        guard let found else { return .failure(.kind) }
        let now = office.clock.now
        let paper = Paper(
            id: Paper.ID(at: now), rule: rule, kind: kind, sha256: file.sha256,
            filename: Self.cleaned(file.filename, found), mediaType: found.mediaType, size: file.size, addedAt: now,
            verdict: nil, verdictNote: nil, isReplaced: false)
        return try await office.database.write { tx in
            let present = try tx.value(
                "SELECT count(*) FROM dossier_paper WHERE dossier_id = \(target) AND paper = \(rule)", as: Int.self)
            guard (present ?? 0) < Self.mostFiles else { return .failure(.tooMany) }
            try PaperStore.insert(paper, of: target, request: request, in: tx)
            return .success(paper)
        }
    }

    /// Takes a file out of a draft again.
    package func remove(_ paper: Paper.ID, from draft: Draft.ID, of account: String) async throws -> Bool {
        try await office.database.write { tx in
            guard try DraftStore.find(draft, of: account, in: tx) != nil else { return false }
            return try PaperStore.remove(paper, of: Dossier.ID(draft), in: tx)
        }
    }

    /// The name without folders and control characters; one by kind when nothing is left.
    static func cleaned(_ filename: String, _ kind: FileKind) -> String {
        let last = filename.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let clean = last.filter { !($0.asciiValue.map { $0 < 32 || $0 == 127 } ?? false) }.prefix(150)
        return clean.isEmpty ? "tep.\(kind.rawValue)" : String(clean)
    }
}
