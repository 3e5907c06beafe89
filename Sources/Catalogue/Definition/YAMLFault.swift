import Kernel
import Yams

/// Why a text is no YAML, where, and what to write instead: what the library says in English, in words for both languages.
struct YAMLFault {
    /// Counted from 1.
    let line: Int
    let column: Int
    let message: Phrase
    let proposal: Phrase?

    init(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // What is never closed is mended where it begins, not where the file ends.
            let isOpen =
                Self.open.contains(problem) && context?.text != "while scanning a simple key" || problem == Self.noColon
            let place = isOpen ? context?.mark ?? mark : mark
            self.init(problem, Self.scalar(at: mark, in: text), line: place.line, column: place.column)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { $0.split(separator: "\n").first.map(String.init) ?? $0 }.sorted()
            let listed = names.map { "“\($0)”" }.joined(separator: ", ")
            let line = names.first.flatMap { Self.second($0, below: context.mark, in: text) }
            self.init(
                (
                    Phrase(
                        vi: "khóa \(listed) viết hai lần trong một khối",
                        en: "the key \(listed) stands twice in one block"),
                    Phrase(vi: "giữ một, hoặc đổi tên một", en: "keep one, or give one another name")
                ), line: line ?? context.mark.line, column: context.mark.column)
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            self.init(problem, nil, line: before.count { $0.isNewline } + 1, column: 1)
        case .writer(let problem), .emitter(let problem), .representer(let problem):
            self.init(problem, nil, line: 1, column: 1)
        case .memory: self.init("too large", nil, line: 1, column: 1)
        case .no, .dataCouldNotBeDecoded: self.init("unknown", nil, line: 1, column: 1)
        }
    }

    private init(_ problem: String, _ scalar: Unicode.Scalar?, line: Int, column: Int) {
        if problem == "found character that cannot start any token", let scalar {
            self.init(scalar == "\t" ? Self.tab : Self.sign(scalar), line: line, column: column)
        } else if let known = Self.known.first(where: { $0.problems.contains(problem) }) {
            self.init((known.message, known.proposal), line: line, column: column)
        } else {
            let words = Phrase(vi: "không đọc được YAML (\(problem))", en: "this is not readable YAML (\(problem))")
            self.init((words, nil), line: line, column: column)
        }
    }

    private init(_ words: Words, line: Int, column: Int) {
        (self.line, self.column) = (line, column)
        (message, proposal) = words
    }

    private static let noColon = "could not find expected ':'"
    private static let open: Set<String> = ["found unexpected end of stream", "found unexpected document indicator"]

    private static func scalar(at mark: Mark, in text: String) -> Unicode.Scalar? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return nil }
        return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    }

    /// The line on which a key that stands there is written once more in the same block; nil within braces.
    private static func second(_ key: String, below mark: Mark, in text: String) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(mark.line - 1)
        let indent = String(repeating: " ", count: mark.column - 1)
        let block = lines.enumerated().prefix { $0.element.hasPrefix(indent) || $0.element.allSatisfy(\.isWhitespace) }
        let found = block.filter { $0.element.hasPrefix("\(indent)\(key):") }.map { mark.line + $0.offset }
        return found.first == mark.line ? found.dropFirst().first : nil
    }
}

// The words for what the library says.
extension YAMLFault {
    private typealias Words = (message: Phrase, proposal: Phrase?)

    private static let tab: Words = (
        Phrase(vi: "dòng thụt vào bằng phím Tab", en: "the line is indented by a tab"),
        Phrase(vi: "thụt vào bằng dấu cách", en: "indent by spaces")
    )

    private static func sign(_ scalar: Unicode.Scalar) -> Words {
        (
            Phrase(
                vi: "một giá trị không bắt đầu bằng dấu “\(scalar)” được", en: "no value can begin with “\(scalar)”"),
            Phrase(vi: "đặt giá trị trong dấu nháy \"…\"", en: "put the value into quotation marks \"…\"")
        )
    }

    private static let indentation = Phrase(
        vi: "các khóa của một khối thụt vào bằng nhau, bằng dấu cách",
        en: "indent the keys of a block alike, by spaces")

    private static let known: [(problems: Set<String>, message: Phrase, proposal: Phrase?)] = [
        (
            [
                "found a tab character that violates indentation", "found a tab character that violate intendation",
                "found a tab character where an indentation space is expected",
            ], tab.message, tab.proposal
        ),
        (
            ["mapping values are not allowed in this context"],
            Phrase(vi: "ở đây không được có dấu hai chấm", en: "no colon may stand here"),
            Phrase(
                vi: "chữ có dấu hai chấm rồi dấu cách phải nằm trong dấu nháy \"…\"; nếu là khóa, xem lại chỗ thụt vào",
                en:
                    "a text with a colon and a space needs quotation marks \"…\"; when it is a key, mend its indentation"
            )
        ),
        (
            ["mapping keys are not allowed in this context", "block sequence entries are not allowed in this context"],
            Phrase(vi: "khóa hay mục danh sách không đứng ở đây được", en: "no key or item of a list may stand here"),
            Phrase(
                vi: "viết xuống dòng mới, thụt vào đúng chỗ", en: "write it on a line of its own, rightly indented")
        ),
        (
            [noColon], Phrase(vi: "thiếu dấu hai chấm sau khóa", en: "the colon behind the key is missing"),
            Phrase(
                vi: "viết khóa: giá trị, có dấu cách sau dấu hai chấm",
                en: "write key: value, with a space behind the colon")
        ),
        (
            open,
            Phrase(vi: "dấu nháy mở ở đây không được đóng", en: "the quotation mark that opens here is not closed"),
            Phrase(vi: "đóng bằng dấu cùng loại", en: "close it by one of the same kind")
        ),
        (
            [
                "found unknown escape character", "did not find expected hexdecimal number",
                "found invalid Unicode character escape code",
            ],
            Phrase(
                vi: "sau dấu \\ trong dấu nháy kép là ký tự không có nghĩa",
                en: "what stands behind \\ in double quotation marks means nothing"),
            Phrase(vi: "dùng dấu nháy đơn '…', hoặc viết \\\\", en: "use single quotation marks '…', or write \\\\")
        ),
        (
            ["did not find expected key"],
            Phrase(
                vi: "ở đây cần một khóa cùng mức thụt vào với khối",
                en: "a key is needed here, indented as the block around it"), indentation
        ),
        (
            ["did not find expected '-' indicator"],
            Phrase(
                vi: "ở đây cần mục kế tiếp của danh sách, bắt đầu bằng “- ”",
                en: "the next item of the list, “- ”, is needed here"),
            indentation
        ),
        (
            ["did not find expected ',' or '}'"],
            Phrase(vi: "thiếu dấu phẩy hoặc dấu } đóng khối { }", en: "a comma or the } that closes { } is missing"),
            Phrase(
                vi:
                    "ngăn các khóa bằng dấu phẩy; chữ có dấu phẩy, dấu ngoặc hay dấu nháy ở trong phải nằm trong dấu nháy \"…\"",
                en:
                    "part the keys by commas; a text with commas, brackets or quotation marks in it needs quotation marks \"…\""
            )
        ),
        (
            ["did not find expected ',' or ']'"],
            Phrase(
                vi: "thiếu dấu phẩy hoặc dấu ] đóng danh sách [ ]", en: "a comma or the ] that closes [ ] is missing"),
            Phrase(vi: "ngăn các mục bằng dấu phẩy", en: "part the items by commas")
        ),
        (
            ["did not find expected node content"],
            Phrase(vi: "ở đây cần một giá trị", en: "a value is needed here"),
            Phrase(vi: "viết giá trị, hoặc bỏ dấu thừa", en: "write the value, or leave the stray sign out")
        ),
        (
            ["did not find expected <document start>"],
            Phrase(
                vi: "tệp chỉ có một khối; dòng này không thuộc về nó",
                en: "a file holds one block, and this line is not of it"),
            indentation
        ),
        (
            ["did not find expected comment or line break"],
            Phrase(vi: "sau dấu | hoặc > phải xuống dòng", en: "behind | or > a new line begins"),
            Phrase(vi: "viết văn bản ở các dòng dưới, thụt vào", en: "write the text on the lines below, indented")
        ),
        (
            ["found undefined alias", "did not find expected alphabetic or numeric character"],
            Phrase(
                vi: "dấu * hoặc & ở đầu giá trị có nghĩa riêng",
                en: "* or & at the beginning of a value means something else"),
            Phrase(vi: "đặt giá trị trong dấu nháy \"…\"", en: "put the value into quotation marks \"…\"")
        ),
        (
            [
                "control characters are not allowed", "invalid leading UTF-8 octet", "invalid trailing UTF-8 octet",
                "incomplete UTF-8 octet sequence", "invalid Unicode character", "invalid length of a UTF-8 sequence",
            ],
            Phrase(vi: "tệp có ký tự không đọc được", en: "the file has characters that cannot be read"),
            Phrase(vi: "lưu tệp với bảng mã UTF-8", en: "save the file as UTF-8")
        ),
    ]
}
