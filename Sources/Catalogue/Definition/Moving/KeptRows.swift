package import Kernel

extension CompiledService {
    /// Answers that were given under this version and that the case's present one does not ask for, as people read them:
    /// page and question, whatever the conditions say now.
    package func keptRows(_ answers: JSON, places: PlaceLookup) -> [CheckRow] {
        definition.form.flatMap { page in
            page.fields.flatMap { field in
                CheckRow.kept(
                    answers[page.key]?[field.key] ?? .null, field, "\(page.key).\(field.key)", page.title, places)
            }
        }
    }
}

extension CheckRow {
    fileprivate static func kept(
        _ answer: JSON, _ field: FormField, _ name: String, _ around: Phrase, _ places: PlaceLookup
    ) -> [CheckRow] {
        guard !AnswerText.isBlank(answer) else { return [] }
        let label = Phrase(vi: "\(around.vi): \(field.label.vi)", en: "\(around.en): \(field.label.en)")
        switch answer {
        case .array(let entries) where field.kind.isGroup:
            return entries.enumerated().flatMap { number, entry in
                let title = Phrase(vi: "\(label.vi) \(number + 1)", en: "\(label.en) \(number + 1)")
                return field.fields.flatMap {
                    kept(entry[$0.key] ?? .null, $0, "\(name)[\(number)].\($0.key)", title, places)
                }
            }
        case .object where field.kind.isComposite:
            return field.fields.flatMap { kept(answer[$0.key] ?? .null, $0, "\(name).\($0.key)", label, places) }
        case .array(let files) where field.kind == .file:
            return [CheckRow(name: name, label: label, value: nil, files: files)]
        default: return [CheckRow(name: name, label: label, value: words(answer, field, places), files: [])]
        }
    }
}
