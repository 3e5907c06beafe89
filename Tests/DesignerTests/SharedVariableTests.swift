import Kernel
import Site
import Testing

@testable import Catalogue
@testable import Designer

/// What a service changes of a variable of a shared template, by the form of that variable.
@Suite struct SharedVariableTests {
    private static let path = ["result", "template", "with", "variables", "so"]
    private static let library: DefinitionLibrary = {
        var library = DefinitionLibrary()
        library.add(
            resultTemplate: "giay",
            text: "title: Giấy\ntext: Số {{so}}\nvariables:\n  so: {rule: a.b, gives: number}\n",
            file: "templates/giay.yaml")
        return library
    }()

    private static func text(_ override: String) -> String {
        "result:\n  title: Giấy\n  template:\n    use: giay\n    with: {variables: {so: \(override)}}   # đổi\n"
    }

    /// The variable as it is for this service.
    private func variable(_ text: String) throws -> TextVariable {
        let root = try SourceNode.reading(text, file: "mau.yaml").get()
        let template = try #require(DefinitionReading(Self.library).resultTemplate(root["result"]?["template"]))
        return try #require(template.variables.first { $0.key == "so" })
    }

    private func saved(_ text: String, _ rule: String, _ gives: String, _ written: String) throws -> TextVariable {
        let form = PartForm(.variable, ResultText.variable(try variable(text), isShort: false))
        let changes = try form.changes(
            FormValues(pairs: [("rule", ""), ("rule.rule", rule), ("gives", gives), ("written", written)])
        ).get()
        let shared = try #require(Self.library.variables(ofResult: "giay").first { $0.key == "so" })
        var patch = YAMLPatch(text)
        try form.write(changes, at: Self.path, shared: ResultText.variable(shared, isShort: false), to: &patch)
        return try variable(patch.text)
    }

    @Test(arguments: ["c.d", "{rule: c.d}", "{rule: c.d, gives: money}", "{gives: money}", "{written: words}"])
    func `whatever is changed, the variable says what its form said`(_ override: String) throws {
        let text = Self.text(override)
        for rule in ["c.d", "e.f"] {
            for gives in ["", "number", "money"] {
                for written in ["", "words"] {
                    let now = try saved(text, rule, gives, written)
                    #expect(now.rule == rule && (now.gives?.rawValue ?? "") == gives, "\(rule) \(gives)")
                    #expect((now.written?.rawValue ?? "") == written, "\(rule) \(gives) \(written)")
                }
            }
        }
    }

    @Test func `a rule in short stays short while nothing else is said`() throws {
        let text = Self.text("c.d")
        let form = PartForm(.variable, ResultText.variable(try variable(text), isShort: false))
        let changes = try form.changes(FormValues(pairs: [("rule", "e.f"), ("rule.rule", "")])).get()
        var patch = YAMLPatch(text)
        try form.write(changes, at: Self.path, shared: .map([.init("gives", .text("number"))]), to: &patch)
        #expect(patch.text == Self.text("e.f"))
    }
}
