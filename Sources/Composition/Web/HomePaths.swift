import Site

/// The places that the frame and the home page lead to.
enum HomePaths {
    static let home = PlainPlace("/")
    static let ready = PlainPlace("/readyz")
    static let search = PlainPlace("/thu-tuc")
    static let follow = "/tra-cuu"
    static let dossiers = "/ho-so"
    static let desk = "/ban-lam-viec"
    static let administration = "/quan-tri"
    static let signIn = "/dang-nhap"
    static let signOut = "/dang-xuat"
    static let account = "/tai-khoan"
}
