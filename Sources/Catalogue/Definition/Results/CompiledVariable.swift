import Foundation
import Kernel
import Rules
import Wording

/// A variable of a text, or a column of a register, with its rule compiled.
struct CompiledVariable: Sendable {
    let key: String
    private let formula: Formula
    private let kind: FieldKind
    private let written: TextVariable.Manner?
    /// The question whose answer it reads as it stands; its options and places are written by their names.
    private let question: FormField?

    init(_ variable: TextVariable, at path: String, _ form: [FormPage], _ compiler: inout DefinitionCompiler) {
        key = variable.key
        written = variable.written
        question = form.question(at: variable.rule)
        kind = Self.kind(of: variable, question, compiler)
        formula = compiler.whole(
            variable.rule, at: "\(path).rule", kind.type, isGiven: variable.gives.map { $0 != .text } ?? false)
    }

    /// What is not said follows from the question; where no question tells, from the rule.
    static func kind(of variable: TextVariable, _ question: FormField?, _ compiler: DefinitionCompiler) -> FieldKind {
        variable.gives ?? question?.answerKind.written ?? FieldKind(compiler.type(of: variable.rule))
    }

    init(_ column: RegisterColumn, at path: String, _ form: [FormPage], _ compiler: inout DefinitionCompiler) {
        self.init(
            TextVariable(key: column.key, rule: column.rule, gives: column.gives, written: nil), at: path, form,
            &compiler)
    }

    /// What the rule gives, as registers keep it; nil where it gives nothing of its kind. Options and places are kept by
    /// their names, which stay readable when the definition or the territory changes.
    func kept(in scope: RuleScope, place: PlaceWords) -> JSON? {
        var answer = formula.value(in: scope).json
        if kind == .money, let dong = answer.number?.wholeDong { answer = .number(Decimal(dong)) }
        guard !AnswerText.isBlank(answer), AnswerText.fits(answer, kind) else { return nil }
        return answer.string.map { .string(name(of: $0, place).vi) } ?? answer
    }

    /// The value as it is written; nil where it is not known.
    func words(in scope: RuleScope, place: PlaceWords) -> Phrase? {
        let answer = formula.value(in: scope).json
        guard !AnswerText.isBlank(answer), AnswerText.fits(answer, kind) else { return nil }
        return kind == .text ? answer.string.map { name(of: $0, place) } : ValueWords.words(of: answer, kind, written)
    }

    /// Whether a part of the text that asks for it is there: it is true, or known.
    func holds(in scope: RuleScope) -> Bool {
        let value = formula.value(in: scope)
        return kind == .yesNo ? value == .boolean(true) : !AnswerText.isBlank(value.json)
    }

    private func name(of text: String, _ place: PlaceWords) -> Phrase {
        switch question?.kind {
        case .choice: question?.options.first { $0.value == text }?.label ?? Phrase(same: text)
        case .province, .commune: Phrase(same: place(text, false) ?? text)
        case .oldProvince, .oldDistrict, .oldCommune: Phrase(same: place(text, true) ?? text)
        default: Phrase(same: text)
        }
    }
}

extension FieldKind {
    /// What an answer of this kind is when it is written; nil for those that have parts.
    fileprivate var written: FieldKind? {
        switch self {
        case .number, .money, .date, .yesNo: self
        case .text, .longText, .choice, .phone, .email, .province, .commune, .citizenNumber, .taxCode, .vehiclePlate,
            .oldProvince, .oldDistrict, .oldCommune:
            .text
        case .file, .group, .table, .composite, .landParcel, .bankAccount, .mapPoint, .signature, .computed: nil
        }
    }

    /// What a rule of that type gives; what cannot be written is taken for a text, and refused as none.
    fileprivate init(_ type: FEELType?) { self = type.flatMap { FieldKind(giving: $0) } ?? .text }

    fileprivate var type: FEELType {
        switch self {
        case .number, .money: .number
        case .date: .date
        case .yesNo: .boolean
        default: .string
        }
    }
}

extension [FormPage] {
    /// The question that a rule names and does nothing else with: `person.residence.commune`.
    func question(at path: String) -> FormField? {
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.count > 1, let page = first(where: { $0.key == names[0] }) else { return nil }
        var fields = page.fields
        for name in names.dropFirst().dropLast() {
            guard let block = fields.first(where: { $0.key == name }), block.kind.isComposite else { return nil }
            fields = block.fields
        }
        return fields.first { $0.key == names.last }
    }
}
