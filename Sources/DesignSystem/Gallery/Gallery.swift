package import Markup

/// Every component on sample pages, with texts as they occur; people and dossiers in them are samples, marked "(mẫu)".
package enum Gallery {
    /// All components of the portal on one page.
    package static func page() -> Markup { GalleryPortal.page() }

    /// The sample pages by name.
    package static var pages: [(name: String, document: Markup)] {
        [
            ("gallery", page()), ("home", GalleryPortal.home()), ("search", GalleryPortal.search()),
            ("form", GalleryForms.page()),
            ("question", GalleryForms.question()), ("desk", GalleryDesk.list()), ("case", GalleryDesk.dossier()),
            ("plain", GalleryForms.signIn()), ("paper", GalleryPaper.receipt()), ("letter", GalleryPaper.letter()),
        ]
    }
}
