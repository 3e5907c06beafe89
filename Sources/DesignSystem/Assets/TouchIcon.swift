/// The icon of an installed portal on phones that take no SVG: 180 by 180 px.
enum TouchIcon {
    static let png: [UInt8] = []
}
