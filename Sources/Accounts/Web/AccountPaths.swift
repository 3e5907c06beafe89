import Directory
package import Site

/// The places of registering, signing in and one's own account.
package enum AccountPaths {
    package static let registration = PlainPlace("/dang-ky")
    static let registrationSent = PlainPlace("/dang-ky/da-gui")
    /// Takes `ve`: where to go on afterwards.
    package static let signIn = PlainPlace("/dang-nhap")
    static let signInCode = PlainPlace("/dang-nhap/ma-xac-thuc")
    static let signInEnrolment = PlainPlace("/dang-nhap/thiet-lap-ma")
    package static let signOut = PlainPlace("/dang-xuat")
    static let forgotten = PlainPlace("/quen-mat-khau")
    static let forgottenSent = PlainPlace("/quen-mat-khau/da-gui")
    static let link = Place<String>("/tai-khoan/lien-ket/{}")
    static let linkDone = PlainPlace("/tai-khoan/xong")
    static let printedCode = PlainPlace("/tai-khoan/ma")
    package static let account = PlainPlace("/tai-khoan")
    static let details = PlainPlace("/tai-khoan/thong-tin")
    static let password = PlainPlace("/tai-khoan/mat-khau")
    static let email = PlainPlace("/tai-khoan/thu-dien-tu")
    static let sessions = PlainPlace("/tai-khoan/phien")
    static let sessionEnd = Place<Session.ID>("/tai-khoan/phien/{}/ket-thuc")
    static let sessionsEnd = PlainPlace("/tai-khoan/phien-khac/ket-thuc")
    package static let mandates = PlainPlace("/tai-khoan/dai-dien")
    package static let newMandate = PlainPlace("/tai-khoan/dai-dien/them")
    static let mandateEnd = Place<Mandate.ID>("/tai-khoan/dai-dien/{}/ket-thuc")
    static let invitation = Place<OfficeInvitation.ID>("\(OfficeInvitation.path){}")
    /// Which agency keeps the account.
    static let keeper = PlainPlace("/tai-khoan/noi-quan-ly")
    /// Where an official chooses in which post to act.
    package static let posts = PlainPlace("/phien/chuc-vu")
    static let absence = Place<Post.ID>("/tai-khoan/vang-mat/{}")
    static let absenceEnd = Place<Delegation.ID>("/tai-khoan/vang-mat/{}/thu-hoi")
    /// Giving a person access again at the counter.
    package static let counterReset = PlainPlace("/quay/cap-lai-tai-khoan")
    static let counterSheet = Place<Account.ID>("/quay/cap-lai-tai-khoan/{}")
    package static let firstStart = PlainPlace("/bat-dau")
}
