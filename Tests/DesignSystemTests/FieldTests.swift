import DesignSystem
import Kernel
import Markup
import Testing

@Suite struct FieldTests {
    private func html(_ component: some Component, _ language: Language = .vi) -> String {
        String(decoding: component.markup.html(Rendering(language)), as: UTF8.self)
    }

    @Test func `the id of a field is safe to link to`() {
        #expect(Field.id("child.birth_day") == "f-child-birth_day")
        #expect(Field.id("witnesses[1].name") == "f-witnesses-1-name")
    }

    @Test func `help and problem are joined to the control`() {
        let field = Field(
            "name", Phrase(vi: "Tên", en: "Name"), .text("<Ất>"), help: Phrase(vi: "Như giấy", en: "As on paper"),
            problem: Phrase(vi: "Viết tên", en: "Write the name"))
        let text = html(field)
        #expect(text.contains("aria-describedby=\"f-name-help f-name-problem\""))
        #expect(text.contains("aria-invalid=\"true\""))
        #expect(text.contains("<label for=\"f-name\""))
        #expect(text.contains("value=\"&lt;Ất&gt;\""))
        #expect(html(field, .en).contains("Write the name"))
    }

    @Test func `only what is optional is marked`() {
        #expect(html(Field("a", Phrase(same: "A"), .text(), optional: true)).contains("(không bắt buộc)"))
        #expect(!html(Field("a", Phrase(same: "A"), .text())).contains("bắt buộc"))
    }

    @Test func `seven choices are radios in a group, eight are a list to open`() {
        func field(_ count: Int) -> String {
            let choices = (1...count).map { Choice("\($0)", Phrase(same: "\($0)")) }
            return html(Field("c", Phrase(same: "C"), .choice("2", choices)))
        }
        #expect(field(7).contains("<fieldset") && field(7).contains("<legend"))
        #expect(field(7).contains("id=\"f-c-2\" type=\"radio\" value=\"2\" checked"))
        #expect(field(8).contains("<select") && field(8).contains("<option value=\"2\" selected"))
    }

    @Test func `the first choice carries the id that a problem links to`() {
        #expect(html(Field("y", Phrase(same: "Y"), .yesNo(nil))).contains("id=\"f-y\" type=\"radio\" value=\"yes\""))
    }

    @Test func `a label as the title is the heading of the page`() {
        #expect(html(Field("a", Phrase(same: "A"), .text(), size: .title)).contains("<h1"))
        #expect(
            html(Field("a", Phrase(same: "A"), .yesNo(nil), size: .title)).contains(
                "<legend class=\"label label-title\"><h1>"))
    }

    @Test func `a password is never written back`() {
        #expect(!html(Field("p", Phrase(same: "P"), .password())).contains(" value="))
    }

    @Test func `problems are listed with links and take the focus; none is nothing`() {
        let text = html(ErrorSummary([FieldProblem("a.b", Phrase(same: "x")), FieldProblem("", Phrase(same: "y"))]))
        #expect(text.contains("href=\"#f-a-b\"") && text.contains("role=\"alert\"") && text.contains("<li>y</li>"))
        #expect(html(ErrorSummary([])).isEmpty)
    }

    @Test func `no line of the summary stands there twice`() {
        let words = Phrase(vi: "Hãy điền tên", en: "Fill in the name")
        let text = html(
            ErrorSummary([
                FieldProblem("man.name", words, at: Phrase(vi: "Bên nam", en: "The man")),
                FieldProblem("woman.name", words, at: Phrase(vi: "Bên nữ", en: "The woman")),
                FieldProblem("woman.name", words), FieldProblem("day", Phrase(same: "x"), at: Phrase(same: "y")),
            ]))
        #expect(text.contains("Bên nam: Hãy điền tên") && text.contains("Bên nữ: Hãy điền tên"))
        #expect(text.split(separator: "<li>").count == 4 && text.contains(">x</a>"))
    }

    @Test func `a change link says what it changes`() {
        let list = SummaryList([.init(Phrase(same: "Ngày sinh"), "24/04/1990", change: "/x")])
        #expect(html(list).contains("Sửa<span class=\"unseen\">: Ngày sinh</span>"))
    }
}
