/// The vocabularies of a BPMN file (BPMN 2.0.2, OMG formal/2013-12-09), and the project's own, in which extension elements
/// keep what BPMN has no word for.
enum BPMNVocabulary {
    static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"
    static let bounds = "http://www.omg.org/spec/DD/20100524/DC"
    static let waypoints = "http://www.omg.org/spec/DD/20100524/DI"
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"
    static let own = "urn:motcua:steps:1"
    /// The language of conditions, as DMN 1.5 names it.
    static let feel = "https://www.omg.org/spec/DMN/20230324/FEEL/"

    /// Whether a language that an expression names is FEEL of any version.
    static func isFEEL(_ language: String) -> Bool {
        language.lowercased() == "feel" || (language.contains("omg.org/spec/DMN/") && language.contains("FEEL"))
            || language == "http://www.omg.org/spec/FEEL/20140401"
    }
}
