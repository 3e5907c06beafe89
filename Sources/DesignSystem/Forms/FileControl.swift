package import Kernel
package import Markup

/// A file that a field already holds.
package struct StoredFile: Sendable {
    package let name: String
    /// Size and what else is known, `2,4 MB, 3 trang`.
    package let note: Phrase
    package let href: String
    /// The button that removes it submits the form with this name and value; no button when nil.
    package let remove: (name: String, value: String)?

    package init(_ name: String, note: Phrase, href: String, remove: (name: String, value: String)? = nil) {
        self.name = name
        self.note = note
        self.href = href
        self.remove = remove
    }
}

extension Control {
    /// Files to send, with those already there; they stand in a `postForm(upload: true)`.
    ///
    /// - Parameter accept: media types or endings, `image/*`, `.pdf`.
    package static func files(_ there: [StoredFile] = [], accept: [String] = [], multiple: Bool = false) -> Control {
        Control { wiring in
            var attributes = wiring.attributes + [.type("file"), .class("input file-in")]
            if !accept.isEmpty { attributes.append(.named("accept", accept.joined(separator: ","))) }
            if multiple { attributes.append(.multiple) }
            return .many([FileList(there).markup, .void("input", attributes)])
        }
    }
}

/// Files with their sizes, each a link; with a button to remove one where the form allows it.
package struct FileList: Component {
    let files: [StoredFile]

    package init(_ files: [StoredFile]) { self.files = files }

    package var markup: Markup {
        if files.isEmpty { return .empty }
        return ul(.class("files"), .aria("label", Phrase.filesThere)) {
            for file in files {
                li {
                    Icon.file
                    span(.class("file-words")) {
                        a(file.name, .href(file.href))
                        " "
                        span(file.note, .class("note"))
                    }
                    if let remove = file.remove {
                        Markup.element(
                            "button",
                            [.class("as-link"), .name(remove.name), .value(remove.value), .flag("formnovalidate")]
                        ) {
                            Phrase.removeFile
                            span(" " + file.name, .class("unseen"))
                        }
                    }
                }
            }
        }
    }
}
