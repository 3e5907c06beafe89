package import Site

/// The addresses of notices.
package enum NoticePaths {
    package static let list = PlainPlace("/thong-bao")
    /// Everything that the list showed has been read.
    static let allRead = PlainPlace("/thong-bao/da-doc")
    static let read = Place<Notice.ID>("/thong-bao/{}/da-doc")
}
