package import Kernel
import Rules

/// The name of a place by its code; with `isEarlier` in the list of before 1 July 2025, whose codes are its own.
package typealias PlaceWords = (_ code: String, _ isEarlier: Bool) -> String?

/// The texts and registers of a service with their rules compiled.
struct CompiledTexts: Sendable {
    /// A text with the values that it may name.
    struct Text: Sendable {
        let text: TemplateText
        private let variables: [String: CompiledVariable]

        init(_ text: String, _ variables: [CompiledVariable]) {
            self.text = TemplateText(text)
            self.variables = Dictionary(variables.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        }

        func written(
            in scope: RuleScope, _ facts: [TextFact: Phrase], _ language: Language, place: PlaceWords
        ) -> WrittenText {
            WrittenText(text) { name in
                if let variable = variables[name] {
                    return .init(
                        words: variable.words(in: scope, place: place)?(language), holds: variable.holds(in: scope))
                }
                let words = TextFact(rawValue: name).flatMap { facts[$0] }?(language)
                return .init(words: words, holds: words != nil)
            }
        }
    }

    let about: Text?
    let result: Text?
    /// By event, in both languages.
    let messages: [MessageRule.Event: (vi: Text, en: Text)]
    let registers: [(rule: RegisterRule, columns: [CompiledVariable])]

    init(_ definition: ServiceDefinition, _ compiler: inout DefinitionCompiler) {
        let form = definition.form
        func compile(_ variables: [TextVariable], _ path: String, _ compiler: inout DefinitionCompiler)
            -> [CompiledVariable]
        {
            variables.map { CompiledVariable($0, at: "\(path).variables.\($0.key)", form, &compiler) }
        }
        let template = definition.result.template
        let variables = compile(template?.variables ?? [], "result.template", &compiler)
        result = template.map { Text($0.text, variables) }
        about = template?.about.map { Text($0, variables) }
        var messages: [MessageRule.Event: (vi: Text, en: Text)] = [:]
        for message in definition.messages ?? [] {
            let variables = compile(message.variables, "messages.\(message.key)", &compiler)
            guard let event = message.event else { continue }
            messages[event] = (vi: Text(message.text.vi, variables), en: Text(message.text.en, variables))
        }
        self.messages = messages
        registers = (definition.registers ?? []).map { register in
            (
                rule: register,
                columns: register.columns.map {
                    CompiledVariable($0, at: "registers.\(register.key).columns.\($0.key)", form, &compiler)
                }
            )
        }
    }
}

/// The paper that is the result, as far as the case decides it.
package struct ResultDraft: Sendable {
    package let template: ResultTemplate
    package let about: WrittenText?
    package let text: WrittenText
}

extension CompiledService {
    /// The draft of the result; nil where the definition has no template.
    ///
    /// - Parameters:
    ///   - known: what the system knows of the case; what is not there is left blank.
    ///   - place: the name of a place by its code.
    package func resultDraft(
        for facts: CaseFacts, known: [TextFact: Phrase], place: PlaceWords
    ) -> ResultDraft? {
        guard let template = definition.result.template, let text = texts.result else { return nil }
        let scope = walk(facts).scope
        return ResultDraft(
            template: template, about: texts.about?.written(in: scope, known, .vi, place: place),
            text: text.written(in: scope, known, .vi, place: place))
    }

    /// What the definition adds to the message of an event; nil where it adds nothing.
    package func message(
        on event: MessageRule.Event, for facts: CaseFacts, known: [TextFact: Phrase], place: PlaceWords
    ) -> Phrase? {
        guard let message = texts.messages[event] else { return nil }
        let scope = walk(facts).scope
        func text(_ text: CompiledTexts.Text, _ language: Language) -> String {
            text.written(in: scope, known, language, place: place).lines.map { $0.text(blank: "…") }
                .joined(separator: "\n")
        }
        let words = Phrase(vi: text(message.vi, .vi), en: text(message.en, .en))
        return words.vi.isEmpty || words.en.isEmpty ? nil : words
    }

    /// What is entered into the registers when the case is finished: a value for each column, none where the case gives
    /// none.
    package func entries(for facts: CaseFacts, place: PlaceWords) -> [(
        register: RegisterRule, values: [String: JSON]
    )] {
        guard !texts.registers.isEmpty else { return [] }
        let scope = walk(facts).scope
        return texts.registers.map { register in
            var values: [String: JSON] = [:]
            for column in register.columns { values[column.key] = column.kept(in: scope, place: place) }
            return (register.rule, values)
        }
    }
}
