/// Words that people put around what they look for: "tôi muốn hỏi … ở đâu, cần giấy tờ gì". They are left out unless
/// nothing else was typed.
enum FillerWords {
    /// Whole phrases, longest first.
    static let phrases: [[SearchWord]] = """
        mất bao nhiêu tiền, mất bao nhiêu, mất mấy ngày, mất bao nhiêu ngày, có mất tiền không, mất tiền không,
        cần những giấy tờ gì, cần giấy tờ gì, cần các giấy tờ gì, cần chuẩn bị gì, cần chuẩn bị những gì, cần mang gì,
        cần những gì, cần gì, gồm những gì, gồm giấy tờ gì, hồ sơ gồm gì, hồ sơ gồm những gì, hồ sơ cần gì, giấy tờ gì,
        thì cần gì, phải làm gì, phải làm sao, phải làm thế nào, thì làm sao, thì phải làm sao, làm sao, làm thế nào,
        làm như thế nào, như thế nào, thế nào, ra sao, ở đâu, tại đâu, chỗ nào, nơi nào, đâu, bao lâu, mất bao lâu,
        trong bao lâu, mấy ngày, bao nhiêu ngày, bao nhiêu tiền, hết bao nhiêu tiền, tốn bao nhiêu, bao nhiêu, mất phí không,
        có mất phí không, có được không, được không, có phải không, có cần không, phải không, không vậy, là gì, là sao,
        tôi muốn, em muốn, mình muốn, tôi cần, em cần, mình cần, muốn, cho tôi hỏi, cho em hỏi, cho hỏi, xin hỏi, hỏi về,
        hướng dẫn, cách, cách làm, thủ tục, thủ tục hành chính, làm thủ tục, quy trình, trình tự, mẫu đơn, các bước,
        ạ, với ạ, giúp tôi, giúp em, giúp, dùm, giùm, ad ơi, mọi người, online, qua mạng, trực tuyến, khi nào, có, bị, thì,
        mà, là, và, hoặc, của, tại, ở, để, vào, với, cho, về, các, những, cái, này, đó, được, nhé, nha, vậy, nhỉ, không, ko,
        từ quê, ở quê, dưới quê, lên thành phố, ở thành phố, ra thành phố, trong thành phố, ra phường, ra xã, lên xã,
        tôi, em, mình, tui, con, anh, chị, bạn, gì, nào, phải, sẽ, đã, đang, rồi, lại, nữa, khi, nếu, do, vì, theo, trong, từ,
        đến, ra, lên, xuống, thêm, xin, làm, cần, hay, còn, chưa, mới, một, 1
        """.split(separator: ",").map { SearchWords.of(String($0)) }.filter { !$0.isEmpty }
        .sorted { $0.count > $1.count }

    static let byFirstWord: [String: [[SearchWord]]] = Dictionary(grouping: phrases) { $0[0].folded }

    /// Words behind which the circumstances follow: what for, when, why. They count less.
    static let circumstances: [String: Float] = ["de": 0.35, "khi": 0.5, "vi": 0.6, "do": 0.6]

    /// Whom it is for and where it happens: said in passing unless a phrase of the table takes them.
    static let weak: Set<String> = [
        "ong", "ba", "bo", "me", "cha", "con", "vo", "chong", "chau", "anh", "chi", "em", "be", "tre", "gia", "cu",
        "que",
        "nha", "nguoi", "hom", "nay", "nam", "thang", "ngay", "di", "khac", "noi", "hai", "may", "nhieu", "it", "lan",
        "minh",
        "xa", "phuong", "thon", "ap", "choi", "hoc", "viec", "lon", "nho", "gan", "mua", "cu", "lai", "gio", "lo",
        "het", "tien", "2", "3",
    ]

    /// Particles that may stand inside a phrase of the table without changing it.
    static let particles: Set<String> = [
        "cai", "cho", "cua", "ve", "tai", "cac", "nhung", "de", "thi", "va", "giup", "dum",
    ]
}
