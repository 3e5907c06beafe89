package import Blobs
import Catalogue
import Foundation
package import Kernel
import NIOPosix
import Storage

/// Takes an uploaded file as a paper: of a draft, or of an answer to a supplement request.
package struct AttachPaper: Sendable {
    package enum Refusal: Error, Sendable, Equatable {
        /// The content is of a kind that is not taken, whatever the name says.
        case kind
        /// An office file with macros.
        case macros
        case empty
        case tooLarge
        case tooMany
        /// The account has sent as much today as one may.
        case tooMuchToday
        case unknown
        /// What was to be used again is not there, is somebody else's, or does not count any more.
        case notHeld

        package var words: Phrase {
            switch self {
            case .kind:
                Phrase(
                    vi:
                        "Tệp này không phải PDF, ảnh (JPEG, PNG, WebP, HEIC) hoặc văn bản (DOCX, XLSX, ODT, DOC, XLS). Xin chọn tệp khác.",
                    en:
                        "This file is no PDF, picture (JPEG, PNG, WebP, HEIC) or document (DOCX, XLSX, ODT, DOC, XLS). Choose another file."
                )
            case .macros:
                Phrase(
                    vi: "Tệp này có chứa macro (chương trình) nên không được nhận. Xin lưu lại thành PDF rồi gửi.",
                    en: "This file holds macros (a program) and is not taken. Save it as PDF and send that.")
            case .empty:
                Phrase(
                    vi: "Tệp này rỗng, không có nội dung. Xin mở thử trên máy của bạn rồi chọn lại.",
                    en: "This file is empty. Open it on your device, then choose it again.")
            case .tooLarge:
                Phrase(
                    vi:
                        "Tệp này lớn hơn \(AttachPaper.largestFile / 1_048_576) MB nên chưa được nhận. Xin chọn tệp nhỏ hơn, hoặc chụp lại với độ phân giải thấp hơn.",
                    en:
                        "This file is larger than \(AttachPaper.largestFile / 1_048_576) MB and was not taken. Choose a smaller one, or take the photograph at a lower resolution."
                )
            case .tooMany:
                Phrase(vi: "Mỗi giấy tờ nhận nhiều nhất 20 tệp.", en: "At most 20 files for one paper.")
            case .tooMuchToday:
                Phrase(
                    vi:
                        "Hôm nay bạn đã gửi \(AttachPaper.mostADay / 1_000_000) MB tệp, là mức nhiều nhất trong một ngày. Các tệp đã gửi vẫn còn; xin gửi tiếp vào ngày mai, hoặc mang giấy tờ đến bộ phận một cửa.",
                    en:
                        "You have sent \(AttachPaper.mostADay / 1_000_000) MB of files today, the most in one day. What you sent is kept; go on tomorrow, or bring the papers to the one-stop desk."
                )
            case .notHeld:
                Phrase(
                    vi: "Giấy tờ này không dùng lại được (nữa). Xin đính kèm tệp.",
                    en: "This paper cannot be used again (any more). Please attach a file.")
            case .unknown: Phrase(vi: "Không tìm thấy hồ sơ này.", en: "This dossier was not found.")
            }
        }
    }

    /// Where a file belongs, and whose it must be: nobody attaches anything to another's draft or dossier.
    package enum Place: Sendable {
        case draft(Draft.ID, of: String)
        /// The account's answer to a request that is still open.
        case supplement(Dossier.ID, request: String, of: String)
        /// The answer that an official takes at the counter.
        case handedSupplement(Dossier.ID, request: String, by: DeskOfficial)

        var dossier: Dossier.ID {
            switch self {
            case .draft(let id, _): Dossier.ID(id)
            case .supplement(let id, _, _), .handedSupplement(let id, _, _): id
            }
        }

        var request: String? {
            switch self {
            case .draft: nil
            case .supplement(_, let request, _), .handedSupplement(_, let request, _): request
            }
        }

        /// Whether the place takes and gives up files. It locks the draft or the dossier: whoever files or answers at
        /// the same time comes before or after, and sees every paper or none of this.
        func lockOpen(in tx: any Transaction) throws -> Opened? {
            switch self {
            case .draft(let id, let account):
                guard let draft = try DraftStore.lock(id, in: tx), draft.account == account else { return nil }
                return Opened(limited: draft.channel == .online ? account : nil)
            case .supplement(let id, let request, let account):
                guard let dossier = try DossierStore.lock(id, in: tx)?.dossier, dossier.openRequest == request,
                    dossier.submitter == account
                else { return nil }
                return Opened(limited: account)
            case .handedSupplement(let id, let request, let official):
                guard let dossier = try DossierStore.lock(id, in: tx)?.dossier, dossier.openRequest == request,
                    official.sees(dossier)
                else { return nil }
                return Opened(limited: nil)
            }
        }

        /// A place that is open, and the account whose files of the day are counted; nil for an official.
        struct Opened { let limited: String? }
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
    /// How many bytes an account may send in a day: twenty of the largest files.
    package static let mostADay = 500_000_000

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
        let kind: FileKind
        switch try await Self.kind(of: file) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let found): kind = found
        }
        let now = office.clock.now
        // Place, room and the day's sum come first: what is refused takes no room on the disk.
        let refusal: Refusal? = try await office.database.write { tx in
            switch try Self.admit(to: place, rule: rule, in: tx) {
            case .failure(let refusal): return refusal
            case .success(let opened):
                guard let account = opened.limited else { return nil }
                let isCounted = try SentBytes.add(file.size, of: account, on: now.day, most: Self.mostADay, in: tx)
                return isCounted ? nil : .tooMuchToday
            }
        }
        if let refusal { return .failure(refusal) }
        let paper = try await keep(file, kind, rule: rule, as: .applicant, request: place.request)
        return try await office.database.write { tx in
            if case .failure(let refusal) = try Self.admit(to: place, rule: rule, in: tx) { return .failure(refusal) }
            try PaperStore.insert(paper, of: place.dossier, in: tx)
            return .success(paper)
        }
    }

    /// Whether the place is open and has room for another file of the rule.
    private static func admit(
        to place: Place, rule: String, in tx: any Transaction
    ) throws -> Result<Place.Opened, Refusal> {
        guard let opened = try place.lockOpen(in: tx) else { return .failure(.unknown) }
        guard try hasRoom(for: rule, .applicant, request: place.request, of: place.dossier, in: tx) else {
            return .failure(.tooMany)
        }
        return .success(opened)
    }

    /// What the file is by its content, unless it is not taken.
    static func kind(of file: Arrived) async throws -> Result<FileKind, Refusal> {
        guard file.size > 0 else { return .failure(.empty) }
        guard file.size <= largestFile else { return .failure(.tooLarge) }
        switch try await NIOThreadPool.singleton.runIfActive({ FileKind.found(fileAt: file.path) }) {
        case .kind(let kind): return .success(kind)
        case .macros: return .failure(.macros)
        case .unknown: return .failure(.kind)
        }
    }

    /// Keeps the content of a file for good, before the row that names it is written.
    func keep(
        _ file: Arrived, _ found: FileKind, rule: String, as kind: Paper.Kind, request: String?
    ) async throws -> Paper {
        let blobs = blobs
        try await NIOThreadPool.singleton.runIfActive {
            try blobs.keep(fileAt: file.path, sha256: file.sha256)
        }
        let now = office.clock.now
        return Paper(
            id: Paper.ID(at: now), rule: rule, kind: kind, sha256: file.sha256,
            filename: Self.cleaned(file.filename, found), mediaType: found.mediaType, size: file.size, addedAt: now,
            request: request, isReplaced: false)
    }

    /// Whether one file more fits where it belongs: what was sent before or was replaced takes no room there.
    static func hasRoom(
        for rule: String, _ kind: Paper.Kind, request: String?, of id: Dossier.ID, in tx: any Transaction
    ) throws -> Bool {
        let place: SQL = request.map { "request = \($0)" } ?? "request IS NULL"
        let present = try tx.value(
            "SELECT count(*) FROM dossier_paper WHERE dossier_id = \(id) AND paper = \(rule)"
                + " AND kind = \(kind) AND replaced = \(false) AND " + place, as: Int.self)
        return (present ?? 0) < mostFiles
    }

    /// Takes a file out again, as long as what it belongs to has not been sent.
    package func remove(_ paper: Paper.ID, from place: Place) async throws -> Bool {
        try await office.database.write { tx in
            let id = place.dossier
            guard try place.lockOpen(in: tx) != nil,
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
