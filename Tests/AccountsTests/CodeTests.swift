import Accounts
import Kernel
import Testing

@Suite struct CodeTests {
    /// RFC 6238, appendix B: the key of SHA-1 is the ASCII text below, codes have eight digits.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes agree with the vectors of RFC 6238`(seconds: Int64, code: String) {
        let key = Array("12345678901234567890".utf8)
        #expect(TOTP.code(secret: key, step: TOTP.step(at: Instant(seconds: seconds)), digits: 8) == code)
    }

    @Test func `the check digit of a tax code is computed with its weights`() {
        #expect(TaxCode("0100109106")?.text == "0100109106")
        #expect(TaxCode("0100109106-001")?.text == "0100109106-001")
        #expect(TaxCode("0100109106001")?.text == "0100109106-001")
        #expect(TaxCode(" 0100 109 106 ")?.text == "0100109106")
        for digit in 0...9 where digit != 6 { #expect(TaxCode("010010910\(digit)") == nil) }
        #expect(TaxCode("010010910") == nil)
        #expect(TaxCode("0100109106-01") == nil)
        #expect(TaxCode("") == nil)
    }

    @Test func `a citizen number has a place, a century and a year`() throws {
        let number = try #require(CitizenNumber("001 090 123456"))
        #expect(number.digits == "001090123456")
        #expect(number.birthYear == 1990)
        #expect(!number.isFemale)
        #expect(try #require(CitizenNumber("079315000001")).birthYear == 2015)
        for wrong in ["000090123456", "099090123456", "00109012345", "0010901234567", "00109012345x", ""] {
            #expect(CitizenNumber(wrong) == nil)
        }
    }

    @Test func `phone numbers and addresses are read as people type them`() {
        #expect(PhoneNumber("+84 912.345.678")?.digits == "0912345678")
        #expect(PhoneNumber("(024) 3825 5678")?.digits == "02438255678")
        #expect(PhoneNumber("0112345678") == nil)
        #expect(PhoneNumber("912345678") == nil)
        #expect(EmailAddress(" An.Nguyen@Example.VN ")?.folded == "an.nguyen@example.vn")
        for wrong in [
            "an", "an@", "@example.vn", "an@example", "a n@example.vn", "an@exa mple.vn", "an@-a.vn", "a\n@b.vn",
        ] {
            #expect(EmailAddress(wrong) == nil)
        }
    }
}
