import Testing

@testable import Rules

/// What is refused of XML, and where a fault is told.
struct XMLTests {
    private func fault(_ text: String) -> ModelProblem? {
        if case .failure(let problem) = DefinitionsReader.read(Array(text.utf8)) { problem } else { nil }
    }

    private static let open =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"t\" namespace=\"n\">"

    @Test func `a document type and so every entity of its own is refused`() {
        let bomb = """
            <!DOCTYPE definitions [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            \(Self.open)<description>&b;</description></definitions>
            """
        #expect(fault(bomb) != nil)
        let outside = "<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\">\(Self.open)</definitions>"
        #expect(fault(outside) != nil)
        #expect(fault("\(Self.open)<description>&lt;&#38;</description></definitions>") == nil)
    }

    @Test func `what is not well-formed is told with its line`() {
        #expect(fault("\(Self.open)\n<decision>\n</definitions>")?.line == 3)
        #expect(fault("") != nil)
        #expect(fault("<other/>") != nil)
        #expect(fault("<definitions name=\"t\"/>") != nil)
    }

    @Test func `depth, number and size are limited`() {
        let deep = String(repeating: "<a>", count: 5_000) + String(repeating: "</a>", count: 5_000)
        #expect(fault("\(Self.open)\(deep)</definitions>") != nil)
        #expect(fault("\(Self.open)\(String(repeating: "<a/>", count: XMLReader.markLimit))</definitions>") != nil)
        let long = String(repeating: "x", count: XMLReader.sizeLimit)
        #expect(fault("\(Self.open)<description>\(long)</description></definitions>") != nil)
    }

    @Test(arguments: [
        "http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
    ])
    func `older versions are read and 1·5 is written`(_ namespace: String) throws {
        let text = """
            <d:definitions xmlns:d="\(namespace)" name="t" namespace="n"><d:decision id="a" name="a">
            <d:variable name="a" typeRef="feel:number"/><d:literalExpression><d:text>1</d:text></d:literalExpression>
            </d:decision></d:definitions>
            """
        let model = try DefinitionsReader.read(Array(text.utf8)).get().model
        #expect(model.decisions.first?.variable?.type == "number")
        let written = DefinitionsWriter.text(model)
        #expect(written.contains("https://www.omg.org/spec/DMN/20230324/MODEL/"))
        #expect(try DefinitionsReader.read(Array(written.utf8)).get().model == model)
    }

    @Test func `an unknown element of the vocabulary is told, another program's is not`() throws {
        let (_, problems) = try Model.read("<decisoin name=\"x\"/><x:y xmlns:x=\"urn:x\"/>")
        #expect(problems.count == 1 && problems.first?.weight == .warning)
    }
}
