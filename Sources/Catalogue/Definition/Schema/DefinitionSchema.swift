import Foundation
import Kernel

/// The JSON Schema (2020-12) of a definition file, for editors that complete and check while one writes.
///
/// It knows the shape of the file. What needs more than shape (names in rules, steps that lead on) `motcua check` tells.
package enum DefinitionSchema {
    /// The schema as it is published: `docs/service-definition.schema.json`.
    package static var text: String {
        let data = Data(document.canonical.utf8)
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let object = try? JSONSerialization.jsonObject(with: data),
            let pretty = try? JSONSerialization.data(withJSONObject: object, options: options)
        else { return document.canonical }
        return String(decoding: pretty, as: UTF8.self) + "\n"
    }

    static var document: JSON {
        var definitions = values
        for block in DefinitionBlock.all where block.name != DefinitionBlock.service.name {
            definitions[block.name] = schema(of: block)
        }
        var root = schema(of: .service).object ?? [:]
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        root["title"] = "Định nghĩa dịch vụ · Service definition"
        root["description"] = "Puts one procedure of the catalogue online: form, papers, fees, limits, steps, result."
        root["$defs"] = .object(definitions)
        return .object(root)
    }

    /// A block: its keys and no others, each with what it holds.
    private static func schema(of block: DefinitionBlock) -> JSON {
        var properties: [String: JSON] = [:]
        for key in block.keys { properties[key] = content(of: key, in: block.name) }
        var schema: [String: JSON] = [
            "type": "object", "properties": .object(properties), "additionalProperties": false,
        ]
        if !block.required.isEmpty { schema["required"] = .array(block.required.map { .string($0) }) }
        if let words = titles[block.name] {
            schema["title"] = .string("\(words.vi) · \(words.en)")
        }
        switch block.name {
        case DefinitionBlock.page.name:
            schema["anyOf"] = [["required": ["fields"]], ["required": ["use"]]]
            schema["dependentRequired"] = ["with": ["use"]]
        case DefinitionBlock.question.name:
            schema["anyOf"] = [["required": ["label"]], ["required": ["use"]]]
            schema["dependentRequired"] = ["with": ["use"]]
            schema["if"] = ["properties": ["kind": ["const": "choice"]], "required": ["kind"]]
            schema["then"] = ["required": ["options"]]
            schema["else"] = ["properties": ["options": false]]
        case DefinitionBlock.fee.name: schema["oneOf"] = [["required": ["amount"]], ["required": ["table"]]]
        case DefinitionBlock.reduction.name:
            schema["oneOf"] = [["required": ["percent"]], ["required": ["amount"]]]
        case DefinitionBlock.template.name: schema["required"] = ["use"]
        case DefinitionBlock.resultTemplate.name:
            schema["required"] = nil
            schema["anyOf"] = [["required": ["title", "text"]], ["required": ["use"]]]
            schema["dependentRequired"] = ["with": ["use"]]
        case DefinitionBlock.step.name:
            schema["required"] = ["title", "role", "official"]
            schema["anyOf"] = [["required": ["acts"]], ["required": ["parallel"]]]
        case DefinitionBlock.branch.name:
            schema["required"] = ["title"]
            schema["if"] = ["properties": ["answer": ["const": "case"]], "required": ["answer"]]
            schema["then"] = ["required": ["service", "at"]]
            schema["else"] = ["required": ["role"], "properties": ["service": false, "with": false, "papers": false]]
        default: break
        }
        return .object(schema)
    }

    /// What a key holds, with its meaning.
    static func content(of key: String, in block: String) -> JSON? {
        guard let line = DefinitionKeys.table["\(block).\(key)"] ?? DefinitionKeys.table[key] else { return nil }
        var schema = line.shape.object ?? [:]
        schema["title"] = .string(line.title.vi + " · " + line.title.en)
        if let description = line.description { schema["description"] = .string(description) }
        return .object(schema)
    }

    private static let titles: [String: Phrase] = [
        "page": Phrase(vi: "Trang", en: "Page"), "question": Phrase(vi: "Câu hỏi", en: "Question"),
        "check": Phrase(vi: "Kiểm tra", en: "Check"),
        "option": Phrase(vi: "Lựa chọn", en: "Option"), "paper": Phrase(vi: "Giấy tờ", en: "Paper"),
        "fee_row": Phrase(vi: "Dòng của bảng mức thu", en: "Row of a fee table"),
        "reduction": Phrase(vi: "Miễn, giảm", en: "Exemption or reduction"),
        "fee": Phrase(vi: "Phí, lệ phí", en: "Fee"), "step": Phrase(vi: "Bước xử lý", en: "Step"),
        "act": Phrase(vi: "Hành động", en: "Act"), "assign": Phrase(vi: "Giao việc", en: "Assignment"),
        "branch": Phrase(vi: "Nhánh song song", en: "Branch"),
        "timer": Phrase(vi: "Hẹn giờ", en: "Timer"), "text": Phrase(vi: "Hai ngôn ngữ", en: "Both languages"),
        "limit": Phrase(vi: "Thời hạn theo trường hợp", en: "Limit by case"),
        "limit_case": Phrase(vi: "Trường hợp", en: "Case"), "template": Phrase(vi: "Mẫu quy trình", en: "Template"),
        "supplement": Phrase(vi: "Bổ sung hồ sơ", en: "Supplements"), "result": Phrase(vi: "Kết quả", en: "Result"),
        "result_template": Phrase(vi: "Mẫu kết quả", en: "Template of the result"),
        "variable": Phrase(vi: "Biến", en: "Variable"), "message": Phrase(vi: "Tin báo", en: "Message"),
        "register": Phrase(vi: "Sổ", en: "Register"), "column": Phrase(vi: "Cột của sổ", en: "Column of a register"),
    ]

    /// The single values that several keys hold.
    private static let values: [String: JSON] = [
        "name": ["type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"],
        "rule": [
            "type": ["string", "boolean", "number"],
            "description":
                "An expression in FEEL (DMN 1.5), such as: kind.case = \"list\" and count(members.people) > 1",
        ],
        "wording": [
            "anyOf": [
                ["type": "string", "pattern": "^[^|]*[^|\\s][^|]*\\|[^|]*[^|\\s][^|]*$"], ["$ref": "#/$defs/text"],
            ],
            "description": "Tiếng Việt | English",
        ],
        "duration": [
            "type": "string", "pattern": "^\\s*[0-9]{1,4}\\s+(working_days|days|hours|months)\\s*$",
            "description": "5 working_days, 15 days, 4 hours, 1 months; 0 working_days is within the day",
        ],
        "fields": [
            "type": "object", "propertyNames": ["$ref": "#/$defs/name"],
            "additionalProperties": ["anyOf": [["$ref": "#/$defs/wording"], ["$ref": "#/$defs/question"]]],
        ],
    ]
}
