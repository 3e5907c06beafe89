import HTTPTypes
import Kernel
import Markup
import Testing

@testable import Site

@Suite struct FormLimitTests {
    @Test func `values of one name are gathered in their order`() {
        let form = FormValues(pairs: [("a", "1"), ("b", "2"), ("a", "3")])
        #expect(form.byName == ["a": ["1", "3"], "b": ["2"]])
    }

    @Test(arguments: [
        ("/ho-so", true), ("/thu-tuc?q=xe%20may", true), ("//evil.example", false), ("/\t/evil.example", false),
        ("/\u{1}/evil.example", false), ("https://evil.example", false), ("/\\evil.example", false), ("", false),
    ])
    func `only places of this site are gone back to`(text: String, isLocal: Bool) {
        #expect((Request.localPath(text) != nil) == isLocal)
    }

    @Test(arguments: [(4_000, 302), (5_001, 413)])
    func `a form has a bounded number of fields`(fields: Int, status: Int) async throws {
        var routes = Routes()
        routes.post(PlainPlace("/gui"), .anyone, needsToken: false) { _ in .see("/") }
        try await Porch.with(routes) { porch in
            let body = Array(repeating: "a", count: fields).joined(separator: "&")
            let answer = try await porch.post("/gui", Array(body.utf8), "application/x-www-form-urlencoded")
            #expect(answer.status == status || (status == 302 && answer.status == 303))
        }
    }

    @Test func `what is typed in many parts counts together`() async throws {
        var routes = Routes()
        routes.post(PlainPlace("/gui"), .anyone, uploads: Route.Uploads(files: 2, bytes: 10_000_000), needsToken: false)
        { _ in .see("/") }
        try await Porch.with(routes) { porch in
            let value = String(repeating: "x", count: 400_000)
            let parts = (1...3).map {
                "--grenze\r\nContent-Disposition: form-data; name=\"t\($0)\"\r\n\r\n\(value)\r\n"
            }
            let body = parts.joined() + "--grenze--\r\n"
            let answer = try await porch.post("/gui", Array(body.utf8), "multipart/form-data; boundary=grenze")
            #expect(answer.status == 413)
        }
    }
}
