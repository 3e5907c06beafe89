import Kernel

/// A file of test cases in the format of the DMN Technology Compatibility Kit (its testCases.xsd).
struct KitFile {
    /// A value that an element of the model must give.
    struct Expectation {
        let name: String
        let value: FEELValue
    }

    struct Case {
        /// What is asked: a decision by default.
        enum Subject: String { case decision, bkm, decisionService }

        let id: String
        let subject: Subject
        /// The service or function to call.
        let invocable: String?
        let inputs: [String: FEELValue]
        let expectations: [Expectation]
    }

    let modelName: String
    let cases: [Case]

    static let namespace = "http://www.omg.org/spec/DMN/20160719/testcase"

    /// Nil when the document is no such file.
    init?(_ root: XMLTree) {
        guard root.name == "testCases", root.namespace == Self.namespace else { return nil }
        modelName = root["modelName"]?.text.trimmed ?? ""
        cases = root.all("testCase").map { test in
            Case(
                id: test.attribute("id") ?? "",
                subject: test.attribute("type").flatMap { Case.Subject(rawValue: $0) } ?? .decision,
                invocable: test.attribute("invocableName"),
                inputs: Dictionary(
                    test.all("inputNode").map { ($0.attribute("name") ?? "", KitValue.read($0)) },
                    uniquingKeysWith: { $1 }),
                expectations: test.all("resultNode").map { node in
                    Expectation(
                        name: node.attribute("name") ?? "", value: node["expected"].map(KitValue.read) ?? .null)
                })
        }
    }
}
