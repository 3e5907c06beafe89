/// The files that every page refers to: style sheet, script, icons, manifest. Their names carry a hash of their
/// content, so they may be kept for ever; the manifest's does not change.
package enum Assets {
    /// One file as it is served.
    package struct Asset: Sendable {
        package let path: String
        package let contentType: String
        package let bytes: [UInt8]
        /// True when the name changes with the content: `Cache-Control: public, max-age=31536000, immutable`.
        package let isImmutable: Bool
    }

    package static let iconPath = "/assets/mark-\(ContentHash.short(Mark.icon)).svg"
    package static let touchIconPath = "/assets/mark.png"
    package static let manifestPath = "/assets/site.webmanifest"

    package static let all: [Asset] = [
        Asset(
            path: Stylesheet.path, contentType: "text/css; charset=utf-8", bytes: Array(Stylesheet.css.utf8),
            isImmutable: true),
        Asset(
            path: Script.path, contentType: "text/javascript; charset=utf-8", bytes: Array(Script.source.utf8),
            isImmutable: true),
        Asset(path: iconPath, contentType: "image/svg+xml", bytes: Array(Mark.icon.utf8), isImmutable: true),
        Asset(
            path: manifestPath, contentType: "application/manifest+json", bytes: Array(WebManifest.text.utf8),
            isImmutable: false),
        Asset(path: touchIconPath, contentType: "image/png", bytes: TouchIcon.png, isImmutable: false),
    ]
}
