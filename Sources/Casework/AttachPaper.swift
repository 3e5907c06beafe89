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

    /// Where a file belongs, and whose it must be: nobody attaches anything to another's draft or dossier.
    package enum Place: Sendable {
        case draft(Draft.ID, of: String)
        /// The answer to a request that is still open; the account is nil when the desk takes it at the counter.
        case supplement(Dossier.ID, request: String, of: String?)
        case result(Dossier.ID)

        var dossier: Dossier.ID {
            switch self {
            case .draft(let id, _): Dossier.ID(id)
            case .supplement(let id, _, _), .result(let id): id
            }
        }

        var request: String? { if case .supplement(_, let request, _) = self { request } else { nil } }

        func isOpen(in tx: any Transaction) throws -> Bool {
            switch self {
            case .draft(let id, let account): return try DraftStore.find(id, of: account, in: tx) != nil
            case .supplement(let id, let request, let account):
                let dossier = try DossierStore.find(id, in: tx)?.dossier
                return dossier?.openRequest == request && (account == nil || dossier?.submitter == account)
            case .result(let id): return try DossierStore.find(id, in: tx) != nil
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

    /// Keeps the file and writes its row under the place. `rule` is the key of the paper in the definition, or the name
    /// of a question that asks for a file.
    package func callAsFunction(
        _ file: Arrived, to place: Place, rule: String
    ) async throws -> Result<Paper, Refusal> {
        let blobs = blobs
        let found = try await NIOThreadPool.singleton.runIfActive { () -> FileKind? in
            guard let kind = FileKind.of(fileAt: file.path) else { return nil }
            try blobs.keep(fileAt: file.path, sha256: file.sha256)
            return kind
        }
        guard let found else { return .failure(.kind) }
        let now = office.clock.now
        let kind: Paper.Kind = if case .result = place { .result } else { .applicant }
        let paper = Paper(
            id: Paper.ID(at: now), rule: rule, kind: kind, sha256: file.sha256,
            filename: Self.cleaned(file.filename, found), mediaType: found.mediaType, size: file.size, addedAt: now,
            request: place.request, verdict: nil, verdictNote: nil, isReplaced: false)
        let target = place.dossier
        return try await office.database.write { tx in
            guard try place.isOpen(in: tx) else { return .failure(.unknown) }
            let present = try tx.value(
                "SELECT count(*) FROM dossier_paper WHERE dossier_id = \(target) AND paper = \(rule)", as: Int.self)
            guard (present ?? 0) < Self.mostFiles else { return .failure(.tooMany) }
            try PaperStore.insert(paper, of: target, in: tx)
            return .success(paper)
        }
    }

    /// Takes a file out again, as long as what it belongs to has not been sent.
    package func remove(_ paper: Paper.ID, from place: Place) async throws -> Bool {
        if case .result = place { return false }
        return try await office.database.write { tx in
            let id = place.dossier
            guard try place.isOpen(in: tx),
                let kept = try PaperStore.papers(of: id, in: tx).first(where: { $0.id == paper }),
                kept.request == place.request
            else { return false }
            return try PaperStore.remove(paper, of: id, in: tx)
        }
    }

    /// The name without folders and control characters; one by kind when nothing is left.
    static func cleaned(_ filename: String, _ kind: FileKind) -> String {
        let last = filename.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let clean = last.filter { !($0.asciiValue.map { $0 < 32 || $0 == 127 } ?? false) }.prefix(150)
        return clean.isEmpty ? "tep.\(kind.rawValue)" : String(clean)
    }
}
