import Foundation
package import Kernel
import Rules

extension CompiledService {
    /// What a case of this service answers the form of its child at another agency with: by the branch's rules, else what
    /// is asked here under the same name and of the same kind. Attached files are no answers that can be handed over.
    package func handedAnswers(
        by branch: StepBranch, in step: String, for facts: CaseFacts, to child: CompiledService
    ) -> JSON {
        let rules = handedRules["steps.\(step).parallel.\(branch.key)"] ?? [:]
        let walk = walk(facts)
        let scope = walk.scope
        var answers: [String: JSON] = [:]
        for page in child.definition.form {
            let here = definition.form.first { $0.key == page.key }
            var block: [String: JSON] = [:]
            for field in page.fields where field.isHandedOver {
                if let rule = rules["\(page.key).\(field.key)"] {
                    block[field.key] = field.taking(rule.value(in: scope).json)
                } else if let same = here?.fields.first(where: { $0.key == field.key }), same.answerKind == field.kind,
                    let answer = walk.answers[page.key]?[field.key]
                {
                    block[field.key] = field.taking(answer)
                }
            }
            if !block.isEmpty { answers[page.key] = .object(block) }
        }
        return .object(answers)
    }
}

extension FormField {
    /// Whether an answer from another case may stand here: what is computed is computed, a file is handed over as a paper.
    var isHandedOver: Bool { value == nil && kind != .file && fields.allSatisfy { $0.value != nil || $0.isHandedOver } }

    /// An answer as this question keeps it; nil when it is none for it.
    fileprivate func taking(_ answer: JSON) -> JSON? {
        var answer = answer
        if kind == .money, let dong = answer.number?.wholeDong { answer = .number(Decimal(dong)) }
        if kind == .choice, !options.contains(where: { $0.value == answer.string }) { return nil }
        return !AnswerText.isBlank(answer) && AnswerText.fits(answer, kind) ? answer : nil
    }
}
