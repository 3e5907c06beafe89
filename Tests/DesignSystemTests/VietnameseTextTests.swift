import Kernel
import Markup
import Testing

/// WCAG 2.2, 3.1.2: what is in another language than the page says so.
@Suite struct VietnameseTextTests {
    private func html(_ markup: Markup, _ language: Language) -> String {
        String(decoding: markup.html(Rendering(language)), as: UTF8.self)
    }

    @Test func `a name that is not translated is Vietnamese on an English page`() {
        let title = h1(Phrase(same: "Đăng ký khai sinh"))
        #expect(html(title, .en) == "<h1 lang=\"vi\">Đăng ký khai sinh</h1>")
        #expect(html(title, .vi) == "<h1>Đăng ký khai sinh</h1>")
        let within = p {
            Phrase(vi: "Nơi giải quyết: ", en: "Handled by: ")
            Phrase(same: "Bộ Công an")
        }
        #expect(html(within, .en) == "<p>Handled by: <span lang=\"vi\">Bộ Công an</span></p>")
    }

    @Test func `what is translated, or has no Vietnamese letter, is left alone`() {
        #expect(html(p(Phrase(vi: "Lệ phí", en: "Fee")), .en) == "<p>Fee</p>")
        #expect(html(p(Phrase(same: "155 USD – 3 × 5")), .en) == "<p>155 USD – 3 × 5</p>")
    }

    @Test func `the title of the page holds no elements`() {
        let title = Markup.element("title", []) {
            Phrase(same: "Đăng ký khai sinh")
            " – MotCua"
        }
        #expect(html(title, .en) == "<title>Đăng ký khai sinh – MotCua</title>")
    }
}
