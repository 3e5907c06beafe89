/// The namespaces of DMN's own vocabulary, one for each version of the standard.
enum DMNNamespace {
    /// DMN 1.5, which is what is written.
    static let current = "https://www.omg.org/spec/DMN/20230324/MODEL/"

    /// DMN 1.1 to 1.5, all of which are read.
    static let known: Set<String> = [
        current, "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "http://www.omg.org/spec/DMN/20180521/MODEL/", "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    ]
}
