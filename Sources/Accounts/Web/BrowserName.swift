/// What a browser calls itself, short enough to recognise one's own: `Firefox, Android`.
enum BrowserName {
    private static let programs: [(mark: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("coc_coc", "Cốc Cốc"),
        ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]

    static func short(_ header: String?) -> String {
        let header = header ?? ""
        let found = [programs, systems].compactMap { list in list.first { header.contains($0.mark) }?.name }
        return found.joined(separator: ", ")
    }
}
