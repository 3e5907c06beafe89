import Foundation
import Kernel
import NIOPosix

/// Writes letters as `.eml` files into a folder, for an installation with sample data: the links in them can be tried
/// without a mail server. The same letter written twice is one file.
package struct FileSender: MailSender {
    private let folder: String
    private let from: MailAddress

    package init(folder: String, from: String) throws {
        guard let address = MailAddress(from) else { throw MailSetting.from }
        self.folder = folder
        self.from = address
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    package func send(_ letter: Letter) async throws {
        let bytes = LetterFormat(from: from).bytes(letter)
        let file = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("\(letter.id).eml")
        try await NIOThreadPool.singleton.runIfActive { try Data(bytes).write(to: file, options: .atomic) }
    }
}
