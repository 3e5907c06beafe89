import HTTPTypes
import Kernel
import Markup
import Testing

@testable import Site

/// A form with a file that is larger than allowed: nothing that was typed is lost with it.
@Suite struct TooLargeTests {
    private static var routes: Routes {
        var routes = Routes()
        routes.post(
            PlainPlace("/gui"), .anyone, uploads: Route.Uploads(files: 3, bytes: 1_000, total: 2_000), needsToken: false
        ) { request in .see("/xong?tep=\(request.form.files.count)") }
        return routes
    }

    private func send(_ files: [Int]) async throws -> Porch.Answer {
        var parts = ["--bien\r\nContent-Disposition: form-data; name=\"ten\"\r\n\r\nLan\r\n"]
        for (number, size) in files.enumerated() {
            parts.append(
                "--bien\r\nContent-Disposition: form-data; name=\"giay\(number)\"; filename=\"\(number).pdf\"\r\n\r\n"
                    + String(repeating: "x", count: size) + "\r\n")
        }
        parts.append("--bien\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nfile\r\n--bien--\r\n")
        let body = Array(parts.joined().utf8)
        var result: Porch.Answer?
        try await Porch.with(Self.routes) { porch in
            result = try await porch.post("/gui", body, "multipart/form-data; boundary=bien")
        }
        return try #require(result)
    }

    @Test func `what was typed before and after the file comes back, and every file is asked for again`() async throws {
        let answer = try await send([500, 1_200])
        let page = String(decoding: answer.bytes, as: UTF8.self)
        #expect(answer.status == 413)
        #expect(page.contains("<input type=\"hidden\" name=\"ten\" value=\"Lan\""))
        #expect(page.contains("<input type=\"hidden\" name=\"do\" value=\"file\""))
        #expect(page.contains("Chọn lại tệp 0.pdf") && page.contains("Chọn lại tệp 1.pdf"))
        #expect(page.contains("giay1-problem") && !page.contains("giay0-problem"), "\(page)")
        #expect(page.contains("action=\"/gui\""))
    }

    @Test func `files within the limits pass`() async throws {
        let answer = try await send([900, 1_000])
        #expect(answer.headers[.location] == "/xong?tep=2")
    }

    @Test func `what is read past is bounded`() async throws {
        let answer = try await send([BodyReader.largestForm + 8_100])
        #expect(answer.status == 413)
        #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("value=\"Lan\""))
    }
}
