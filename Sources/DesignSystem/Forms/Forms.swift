package import Kernel
package import Markup

/// A form with effects: posted, with the token against forgery, checked by the server alone.
///
/// - Parameters:
///   - upload: true when it holds files; the script then shows how much has been sent.
///   - guarded: true when leaving with unsaved answers should be confirmed.
package func postForm(
    to path: String, upload: Bool = false, guarded: Bool = false, id: String? = nil,
    @MarkupBuilder content: () -> [Markup]
) -> Markup {
    var attributes: [Attribute] = [.method("post"), .action(path), .flag("novalidate"), .class("form")]
    if let id { attributes.append(.id(id)) }
    if upload {
        attributes += [
            .named("enctype", "multipart/form-data"), .named("data-upload", Phrase.uploading),
            .named("data-cut", Phrase.uploadCut), .named("data-large", Phrase.uploadTooLarge),
        ]
    }
    if guarded { attributes.append(.named("data-guard", Phrase.leaveUnsaved)) }
    return .element("form", attributes) {
        Markup.formToken
        content()
    }
}

/// A form that only asks: its answers stand in the address.
package func getForm(to path: String, @MarkupBuilder content: () -> [Markup]) -> Markup {
    .element("form", [.method("get"), .action(path), .flag("novalidate"), .class("form")], content())
}

/// A value that travels with a form unseen.
package func hiddenField(_ name: String, _ value: String) -> Markup {
    input(.type("hidden"), .name(name), .value(value))
}

/// Fields that belong together under one legend.
package func fieldGroup(
    _ title: Phrase, help: Phrase? = nil, @MarkupBuilder content: () -> [Markup]
) -> Markup {
    .element("fieldset", [.class("fields")]) {
        legend(title, .class("label label-large"))
        if let help { p(help, .class("help")) }
        content()
    }
}
