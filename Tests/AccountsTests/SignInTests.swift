import Accounts
import Directory
import Kernel
import Storage
import TestKit
import Testing

@Suite struct SignInTests {
    @Test(arguments: Dialect.allCases) func `a wrong password and an unknown address are one answer`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            _ = try await town.person("thu@example.vn")
            #expect(refused(try await town.signIn("thu@example.vn", "không phải mật khẩu")) == .wrong)
            #expect(refused(try await town.signIn("khong.ai@example.vn", "không phải mật khẩu")) == .wrong)
            #expect(refused(try await town.signIn("không phải địa chỉ", "không phải mật khẩu")) == .wrong)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `ten wrong tries lock the door for a while, for an unknown address too`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            _ = try await town.person("thu@example.vn")
            for address in ["thu@example.vn", "khong.ai@example.vn"] {
                for _ in 1..<10 { #expect(refused(try await town.signIn(address, "sai mật khẩu rồi")) == .wrong) }
                let until = town.clock.now.adding(minutes: 15)
                #expect(refused(try await town.signIn(address, "sai mật khẩu rồi")) == .locked(until: until))
                #expect(refused(try await town.signIn(address)) == .locked(until: until))
            }
            #expect(try await town.mails(to: "thu@example.vn").last?.subject.vi == "Tài khoản tạm khóa đăng nhập")
            #expect(try await town.mails(to: "khong.ai@example.vn").isEmpty)
            town.clock.move(minutes: 15)
            _ = try await town.session("thu@example.vn")
        }
    }

    @Test(arguments: Dialect.allCases) func `a right password forgets the wrong ones`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            _ = try await town.person("thu@example.vn")
            for _ in 1...3 {
                for _ in 1..<10 { _ = try await town.signIn("thu@example.vn", "sai mật khẩu rồi") }
                _ = try await town.session("thu@example.vn")
            }
        }
    }

    @Test(arguments: Dialect.allCases) func `an official gives a code, and a code is good once`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let complete = CompleteSignIn(town.accounts)
            let first = try await town.firstStep("mot.cua.xa@mau.example")
            let code = town.sampleCode
            #expect(refused(try await complete(first, code: "000000", browser: "")) == .wrongCode)
            let session = try await complete(first, code: code, browser: "").get()
            #expect(session.kind == .official)
            // The step is used up with its code.
            #expect(refused(try await complete(first, code: code, browser: "")) == .expired)
            let second = try await town.firstStep("mot.cua.xa@mau.example")
            #expect(refused(try await complete(second, code: code, browser: "")) == .wrongCode)
            town.clock.move(minutes: 1)
            _ = try await complete(second, code: town.sampleCode, browser: "").get()
        }
    }

    @Test(arguments: Dialect.allCases) func `ten wrong codes lock the second step`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let complete = CompleteSignIn(town.accounts)
            let step = try await town.firstStep("mot.cua.xa@mau.example")
            for _ in 1..<10 { #expect(refused(try await complete(step, code: "000000", browser: "")) == .wrongCode) }
            let until = town.clock.now.adding(minutes: 15)
            #expect(refused(try await complete(step, code: "000000", browser: "")) == .locked(until: until))
            #expect(refused(try await complete(step, code: town.sampleCode, browser: "")) == .locked(until: until))
        }
    }

    @Test(arguments: Dialect.allCases) func `the first step is over after an hour`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let step = try await town.firstStep("mot.cua.xa@mau.example")
            town.clock.move(minutes: 60)
            #expect(
                refused(try await CompleteSignIn(town.accounts)(step, code: town.sampleCode, browser: "")) == .expired)
        }
    }

    @Test(arguments: Dialect.allCases) func `a new official sets up codes at the first sign in`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.41.02"))
            let added = try await AddOfficial(town.accounts)(
                .init(
                    name: "Người Mới", email: "moi@xa.example", agency: agency.id,
                    post: .init(role: .specialist, from: town.clock.now.day)), by: administrator
            ).get()
            let link = try #require(added.linkSecret)
            #expect(try await town.secret(mailedTo: "moi@xa.example") == link)
            _ = try await ResetPassword(town.accounts)(link, password: Town.password).get()
            guard case .enrolmentWanted(let step) = try await town.signIn("moi@xa.example").get() else {
                return unexpected()
            }
            let complete = CompleteSignIn(town.accounts)
            let enrolment = try await complete.enrolment(step).get()
            #expect(try await complete.enrolment(step).get() == enrolment)
            #expect(enrolment.address.hasPrefix("otpauth://totp/MotCua:moi"))
            let key = try #require(TOTP.key(typed: enrolment.key))
            let code = TOTP.code(secret: key, step: TOTP.step(at: town.clock.now))
            _ = try await complete(step, code: code, browser: "").get()
            guard case .codeWanted = try await town.signIn("moi@xa.example").get() else {
                return unexpected()
            }
        }
    }

    @Test(arguments: Dialect.allCases) func `a password is changed by link once, and every session ends`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let account = try await town.person("thu@example.vn")
            _ = try await town.session("thu@example.vn")
            let reset = ResetPassword(town.accounts)
            town.clock.move(minutes: 1)
            try await reset.request(email: "khong.ai@example.vn")
            try await reset.request(email: "Thu@example.vn")
            let secret = try await town.secret(mailedTo: "thu@example.vn")
            guard case .invalid = refused(try await reset(secret, password: "ngắn")) else {
                return unexpected()
            }
            #expect(try await reset(secret, password: "bốn con mèo ngủ").get() == .person)
            #expect(refused(try await reset(secret, password: "bốn con mèo ngủ")) == .linkNotValid)
            #expect(try await SessionList(town.accounts)(account.id).isEmpty)
            #expect(refused(try await town.signIn("thu@example.vn")) == .wrong)
            _ = try await town.session("thu@example.vn", "bốn con mèo ngủ")
            town.clock.move(minutes: 1)
            try await reset.request(email: "thu@example.vn")
            let late = try await town.secret(mailedTo: "thu@example.vn")
            town.clock.move(hours: 1)
            #expect(refused(try await reset(late, password: "năm con mèo ngủ")) == .linkNotValid)
        }
    }

    @Test(arguments: Dialect.allCases) func `the two Unicode forms of a password are one`(dialect: Dialect) async throws
    {
        try await withTown(dialect) { town in
            _ = try await town.person("thu@example.vn")
            _ = try await town.session("thu@example.vn", "ba con me\u{0300}o lu\u{031B}o\u{031B}\u{0300}i")
        }
    }
}
