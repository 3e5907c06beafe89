import Crypto
import Foundation
import HTTPTypes
import HummingbirdCore
import Kernel
import NIOCore
import NIOPosix

/// Reads the body of a POST: a form, or a form with files, which go to disk as they arrive.
struct BodyReader: Sendable {
    enum Problem: Error {
        case tooLarge
        case malformed
        case otherType
    }

    /// All that was typed in a form together, in bytes.
    static let largestForm = 1_048_576
    static let mostFields = 5_000
    /// How many times the files that a form may hold are read past, so that what was typed is not lost with a file that
    /// is too large.
    static let mostReadPast = 4

    let folder: String
    let pool: NIOThreadPool

    /// - Parameter keepsFiles: false for somebody who may not send this form: files are passed over and never touch
    ///   the disk, and only what was typed is read, with the names of the files.
    func read(
        _ request: HummingbirdCore.Request, _ uploads: Route.Uploads, keepsFiles: Bool
    ) async throws -> FormValues {
        let type = request.headers[.contentType] ?? ""
        if let boundary = MultipartReader.boundary(of: type) {
            return try await multipart(request.body, boundary, uploads, keepsFiles)
        }
        guard type.isEmpty || type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw Problem.otherType
        }
        var bytes: [UInt8] = []
        for try await chunk in request.body {
            bytes.append(contentsOf: chunk.readableBytesView)
            guard bytes.count <= Self.largestForm else { throw Problem.tooLarge }
        }
        guard bytes.count(where: { $0 == UInt8(ascii: "&") }) < Self.mostFields else { throw Problem.tooLarge }
        return FormValues(pairs: URLText.pairs(String(decoding: bytes, as: UTF8.self)))
    }

    private func multipart(
        _ body: RequestBody, _ boundary: String, _ uploads: Route.Uploads, _ keepsFiles: Bool
    ) async throws -> FormValues {
        var reader = MultipartReader(boundary: boundary)
        var form = FormValues()
        var text: (name: String, bytes: [UInt8])?
        var file: Incoming?
        var total = 0
        var typed = 0
        do {
            for try await chunk in body {
                total += chunk.readableBytes
                guard total <= Self.mostReadPast * uploads.maximumTotal + Self.largestForm else {
                    throw Problem.tooLarge
                }
                for event in try reader.feed(chunk.readableBytesView) {
                    switch event {
                    case .begin(let name, let filename?) where !keepsFiles:
                        text = nil
                        typed += name.utf8.count + filename.utf8.count
                        guard typed <= Self.largestForm else { throw Problem.tooLarge }
                        if !filename.isEmpty { form.passOver(.init(field: name, filename: filename)) }
                    case .begin(let name, let filename?):
                        guard form.files.count < uploads.maximumFiles else { throw Problem.tooLarge }
                        file = try Incoming(field: name, filename: filename, folder: folder)
                    case .begin(let name, nil):
                        guard form.pairs.count < Self.mostFields else { throw Problem.tooLarge }
                        text = (name, [])
                    case .content(let bytes):
                        if let open = file {
                            if open.size + bytes.count <= uploads.maximumBytes,
                                total <= uploads.maximumTotal + Self.largestForm
                            {
                                try await pool.runIfActive { try open.write(bytes) }
                            } else {
                                open.discard()
                                file = nil
                                form.refuse(.init(field: open.field, filename: open.filename))
                            }
                        } else if text != nil {
                            typed += bytes.count
                            guard typed <= Self.largestForm else { throw Problem.tooLarge }
                            text?.bytes.append(contentsOf: bytes)
                        }
                    case .end:
                        if let open = file {
                            if let done = try await pool.runIfActive({ try open.finish() }) { form.append(done) }
                            file = nil
                        } else if let (name, bytes) = text {
                            form.append(name, String(decoding: bytes, as: UTF8.self))
                            text = nil
                        }
                    }
                }
            }
            guard reader.isDone else { throw Problem.malformed }
            return form
        } catch {
            file?.discard()
            for done in form.files { try? FileManager.default.removeItem(atPath: done.path) }
            if error is MultipartReader.Malformed { throw Problem.malformed }
            throw error
        }
    }
}

/// A file on its way in. Used by one request alone, one call after the other.
private final class Incoming: @unchecked Sendable {
    let field: String
    let filename: String
    private let path: String
    private let handle: FileHandle
    private var hash = SHA256()
    private(set) var size = 0

    init(field: String, filename: String, folder: String) throws {
        self.field = field
        self.filename = filename
        path = folder + "/" + Secret.random()
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
        hash.update(data: bytes)
        size += bytes.count
    }

    /// The finished file; nil when nothing was chosen in the field.
    func finish() throws -> UploadedFile? {
        try handle.close()
        guard !filename.isEmpty || size > 0 else {
            try FileManager.default.removeItem(atPath: path)
            return nil
        }
        let digest = Hex.text(hash.finalize())
        return UploadedFile(field: field, filename: filename, path: path, size: size, sha256: digest)
    }

    func discard() {
        try? handle.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}
