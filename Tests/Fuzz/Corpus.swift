import Catalogue
import Foundation
import Kernel

/// What inputs are made of: the project's own definitions and their rules, a decision model, their BPMN, and the words of
/// each language.
struct Corpus {
    let library: DefinitionLibrary
    private var random: SeededRandom
    private let definitions: [String]
    private let expressions: [String]
    private let diagrams: [String]

    init(folder: URL, seed: UInt64) throws {
        let services = ServiceFolder(folder)
        library = try services.library()
        random = SeededRandom(seed)
        definitions = try services.definitions().map(\.text)
        let library = library
        var drawn = library
        drawn.add(template: "branched", text: Self.branched, file: "steps/branched.yaml")
        diagrams = drawn.templateNames.compactMap { drawn.process(ofTemplate: $0) }.map(BPMNWriter.text)
        expressions =
            Self.expressions
            + definitions.flatMap { text in
                text.matches(of: /(?:when|rule|amount|required): "?([^"\n}]+)/).map { String($0.1) }
            }
    }

    /// Steps with what the project's templates do not have.
    private static let branched = """
        title: Nhánh | Branches
        steps:
          reception: {title: Nhận | Receive, role: one_stop, official: 1, acts: {on: {title: Đi | Go, to: opinions}}}
          opinions:
            title: Ý kiến | Opinions
            role: specialist
            official: 4
            limit: 5 days
            parallel:
              a: {title: Một | One, role: head, limit: 2 days, when: a.b > 3}
              b: {title: Hai | Two, role: head, at: chosen}
              c: {title: Ba | Three, role: leader, at: H99.12}
            join: 2
            to: opinions
            timers:
              remind: {after: 1 days, remind: true}
              tell: {after: 2 days, tell: head}
              stop: {after: 3 days, act: not_now, note: Hết hạn | Late}
            acts: {not_now: {title: Thôi | No, kind: refuse}}
        """

    private static let expressions = [
        "if a > 3 then \"x\" else null", "for i in 1..10 return i * a", "some x in list satisfies x > 2",
        "list[item > 1]", "{k: a, f: function(n) n + 1}.f(2)", "date(\"2026-01-01\") + duration(\"P1M\")",
        "matches(b, \"^(a+)+$\")", "a in ([1..5], > 9)", "sort(list, function(x, y) x > y)", "@\"10:00:00\".hour",
        "string join(for x in list return string(x), \",\")", "every i in 1..3, j in i..4 satisfies i <= j",
        "replace(b, \"(x)\", \"[$1]\")", "a between 1 and 10 and not(a = 3)", "count(list) ** 400", "partial",
        "if b instance of string then 1 else 2", "get entries({a: 1})[1].key", "a + b * -(3 - 1e30)",
    ]
    private static let model = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
          <itemDefinition name="t"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition>
          <inputData id="i" name="a"><variable name="a" typeRef="number"/></inputData>
          <decision id="d" name="d"><variable name="d" typeRef="t"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT" aggregation="SUM">
              <input><inputExpression typeRef="number"><text>a</text></inputExpression></input>
              <output name="o"/>
              <rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
              <rule><inputEntry><text>[5..9], not(3)</text></inputEntry><outputEntry><text>a * 2</text></outputEntry></rule>
            </decisionTable></decision>
          <decision id="e" name="e"><informationRequirement><requiredDecision href="#d"/></informationRequirement>
            <context><contextEntry><variable name="x"/><literalExpression><text>d + 1</text></literalExpression></contextEntry>
            <contextEntry><for iteratorVariable="i"><in><list><literalExpression><text>1..a</text></literalExpression></list></in>
            <return><literalExpression><text>i + x</text></literalExpression></return></for></contextEntry></context></decision>
        </definitions>
        """
    private static let scraps: [FuzzInput.Kind: [String]] = [
        .expressions: [
            "if ", " then ", " else ", "for ", " in ", " return ", "some ", "every ", " satisfies ", " and ", " or ",
            "not(",
            "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "<", "<=", "=", "@\"", "\"",
            "1e9",
            "null", "function(", "instance of ", "list<", "partial", "//", "/*", "\\u", "🐎", "\u{301}",
            "1..1000000000000",
            "999999999999999999999999999999999999", "\u{0}", "^(a|a)*$", "page.question", "\u{202E}",
        ],
        .models: [
            "<", ">", "/>", "</rule>", "<rule>", "<context>", "<filter>", "&#0;", "&amp;",
            "<!DOCTYPE x [<!ENTITY e \"e\">]>",
            "&e;", "href=\"#e\"", "href=\"#d\"", "UNIQUE", "RULE ORDER", "<![CDATA[", "]]>", "<!--", "xmlns=\"\"",
            "list<t>",
            "<typeRef>t</typeRef>", "1..1000000000", "id=\"d\"", "\u{0}",
        ],
        .definitions: [
            "{", "}", "[", "]", ": ", "- ", "\n", "  ", "|", "\"", "'", "&a ", "*a", "~", "if ", "(", "🙂", "\t", "?",
            "<<: *a",
            "use: ", "when: ", "true", "kind: group", "fields:", "steps:", "acts:", "to: ", "!!int", "%YAML", "---",
            "\u{0}",
        ],
        .diagrams: [
            "<", ">", "/>", "<bpmn:scriptTask id=\"x\"/>", "sourceRef=\"start\"", "targetRef=\"start\"", "P1D",
            "PT99999999H",
            "<bpmn:incoming>", "cancelActivity=\"true\"", "&#0;", "<!DOCTYPE x>", "xsi:type=\"x\"", "<bpmn:lane/>",
            "id=\"start\"",
            "act = \"", "motcua:", "bpmn:exclusiveGateway", "bpmn:endEvent", "bpmn:parallelGateway",
            "bpmn:complexGateway", "bpmn:sendTask",
            "bpmn:receiveTask", "<bpmn:subProcess id=\"w\">", "</bpmn:subProcess>", "activationCount >= 2", "\u{0}",
        ],
    ]

    private mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(random.next() % UInt64(bound)) }

    /// Of sixteen inputs twelve are expressions, two decision models, and one each of definitions and BPMN.
    mutating func input(_ number: Int) -> FuzzInput {
        let kind: FuzzInput.Kind =
            switch number % 16 {
            case 0: .definitions
            case 1: .diagrams
            case 2, 3: .models
            default: .expressions
            }
        let texts =
            switch kind {
            case .expressions: expressions
            case .models: [Self.model]
            case .definitions: definitions
            case .diagrams: diagrams
            }
        // The rules of definitions read names of their own; half of the expressions are of those that run by themselves.
        let first = kind == .expressions && below(2) == 0 ? Self.expressions.count : texts.count
        var scalars = Array(texts[below(first)].unicodeScalars)
        // Every eighth expression is made of words alone.
        if kind == .expressions, below(8) == 0 { scalars = [] }
        // Half are hardly damaged, so that many are run and not only refused.
        let rounds = below(2) == 0 ? below(3) : kind == .expressions ? below(12) : below(5)
        for _ in 0..<rounds { mutate(&scalars, kind, texts) }
        return FuzzInput(kind: kind, text: String(String.UnicodeScalarView(scalars)))
    }

    private mutating func mutate(_ scalars: inout [Unicode.Scalar], _ kind: FuzzInput.Kind, _ texts: [String]) {
        let scraps = Self.scraps[kind] ?? []
        let place = below(scalars.count + 1)
        let end = min(scalars.count, place + below(kind == .expressions ? 12 : 80))
        switch below(6) {
        case 0, 1: scalars.insert(contentsOf: scraps[below(scraps.count)].unicodeScalars, at: place)
        case 2: scalars.removeSubrange(place..<end)
        case 3:
            let piece = Array(scalars[place..<end])
            scalars.insert(contentsOf: piece, at: below(scalars.count + 1))
        case 4:
            // A part of another text of the same kind.
            let other = Array(texts[below(texts.count)].unicodeScalars)
            let start = below(other.count)
            scalars.insert(contentsOf: other[start..<min(other.count, start + below(60))], at: place)
        default:
            // The same piece again and again, which makes deep and long texts.
            let piece = Array(scalars[place..<min(end, place + 16)])
            for _ in 0..<below(80) { scalars.insert(contentsOf: piece, at: place) }
        }
    }
}
