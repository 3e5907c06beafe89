/// A little script that makes pages smoother; every task works without it.
package enum Script {
    package static let source = shortened(
        "(() => {\n'use strict';\n" + Scripts.forms + Scripts.upload + Scripts.suggest + Scripts.desk + "})();")

    package static let path = "/assets/script-\(ContentHash.short(source)).js"

    /// Without indentation and lines that are only comments; line ends stay, for they end statements.
    static func shortened(_ source: String) -> String {
        source.split(separator: "\n").map { $0.drop(while: { $0 == " " }) }
            .filter { !$0.isEmpty && !$0.hasPrefix("//") }.joined(separator: "\n")
    }
}

/// The families of scripts, each in a file of its own; all share the scope of one function, since the script runs
/// again in the same page when the answer to an upload takes its place.
enum Scripts {}
