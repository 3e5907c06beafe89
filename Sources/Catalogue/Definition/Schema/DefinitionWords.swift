package import Kernel

/// What the words of a definition file (`working_days`, `one_stop`, `supplement`) are called when an official reads them.
package enum DefinitionWords {
    /// The name of a word under a key of a block; nil where the key takes no such words.
    package static func name(of word: String, under key: String, in block: String) -> Phrase? {
        (table["\(block).\(key)"] ?? table[key])?[word]
    }

    /// Every word that a key takes, by its name.
    package static func words(under key: String, in block: String) -> [String: Phrase] {
        table["\(block).\(key)"] ?? table[key] ?? [:]
    }

    private static let table: [String: [String: Phrase]] = [
        "owners": [
            "self": Phrase(vi: "chính người nộp", en: "the applicant"),
            "child": Phrase(vi: "con, trẻ được giám hộ", en: "a child or ward"),
            "other": Phrase(vi: "người khác ủy quyền", en: "another person, by mandate"),
            "household_business": Phrase(vi: "hộ kinh doanh", en: "a household business"),
            "organisation": Phrase(vi: "doanh nghiệp, tổ chức", en: "a company or organisation"),
        ],
        "offered_by": [
            "commune": Phrase(vi: "cấp xã", en: "communes"),
            "department": Phrase(vi: "sở, ngành", en: "departments"),
            "province": Phrase(vi: "cấp tỉnh", en: "provinces"),
            "root": Phrase(vi: "cơ quan cao nhất của hệ thống", en: "the agency at the top of the site"),
        ],
        "channels": [
            "online": Phrase(vi: "trực tuyến", en: "online"), "counter": Phrase(vi: "trực tiếp", en: "at the counter"),
            "post": Phrase(vi: "bưu chính", en: "by post"),
        ],
        "ways": [
            "counter": Phrase(vi: "tại bộ phận một cửa", en: "at the counter"),
            "post": Phrase(vi: "qua bưu chính", en: "by post"), "online": Phrase(vi: "bản điện tử", en: "online"),
        ],
        "about": [
            "submitter": Phrase(vi: "người nộp", en: "the one who files"),
            "owner": Phrase(vi: "chủ hồ sơ", en: "the owner of the dossier"),
        ],
        "role": [
            "one_stop": Phrase(vi: "công chức một cửa", en: "one-stop official"),
            "specialist": Phrase(vi: "chuyên viên thụ lý", en: "specialist"),
            "head": Phrase(vi: "trưởng đơn vị", en: "head of unit"),
            "leader": Phrase(vi: "lãnh đạo cơ quan", en: "leader of the agency"),
        ],
        "tell": [
            "head": Phrase(vi: "trưởng đơn vị", en: "head of unit"),
            "leader": Phrase(vi: "lãnh đạo cơ quan", en: "leader of the agency"),
        ],
        "act.kind": [
            "receive": Phrase(vi: "tiếp nhận", en: "receive"),
            "supplement": Phrase(vi: "yêu cầu bổ sung", en: "ask for supplements"),
            "refuse": Phrase(vi: "từ chối", en: "refuse"), "move": Phrase(vi: "chuyển bước", en: "go to another step"),
            "finish": Phrase(vi: "có kết quả", en: "the result exists"),
            "give": Phrase(vi: "trả kết quả", en: "give the result"),
        ],
        "accepts": Dictionary(
            PaperForm.allCases.map { ($0.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first }),
        "due": [
            "reception": Phrase(vi: "trước khi tiếp nhận", en: "before reception"),
            "result": Phrase(vi: "trước khi trả kết quả", en: "before the result is given"),
        ],
        "refund": [
            "full": Phrase(vi: "hoàn trả", en: "given back"),
            "none": Phrase(vi: "không hoàn trả", en: "not given back"),
        ],
        "clock": [
            "restart": Phrase(vi: "tính lại từ đầu", en: "starts again"),
            "resume": Phrase(vi: "tính tiếp", en: "goes on"),
        ],
        "written": [
            "long": Phrase(vi: "ngày … tháng … năm …", en: "in full"),
            "words": Phrase(vi: "bằng chữ", en: "in words"),
        ],
        "gives": Dictionary(
            FieldKind.computable.map { ($0.rawValue, $0.title) }, uniquingKeysWith: { first, _ in first }),
        "question.kind": Dictionary(
            FieldKind.allCases.map { ($0.rawValue, $0.title) }, uniquingKeysWith: { first, _ in first }),
    ]
}
