import Blobs
import Casework
import Foundation

/// A one-page PDF that says what it is: the paper of every sample dossier.
enum SamplePaper {
    private static let content: Data = {
        let words = "BT /F1 28 Tf 90 700 Td (BAN MAU - SAMPLE) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(words.utf8.count) >>\nstream\n\(words)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Data(text.utf8)
    }()

    /// The file as if it had just been uploaded.
    static func arrived(in blobs: BlobStore) throws -> AttachPaper.Arrived {
        let path = blobs.incoming + "/sample-\(UUID().uuidString).pdf"
        try content.write(to: URL(fileURLWithPath: path))
        let file = try CheckedFile(at: path)
        return AttachPaper.Arrived(path: path, filename: "giay-to-mau.pdf", size: file.size, sha256: file.sha256)
    }
}
