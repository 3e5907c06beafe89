/// What a phone needs to install the portal (W3C Web Application Manifest).
enum WebManifest {
    static let text = """
        {"name":"Một cửa – dịch vụ công","short_name":"Một cửa","lang":"vi","start_url":"/","scope":"/",\
        "display":"minimal-ui","background_color":"\(Tokens.eggshell.hex)","theme_color":"\(Tokens.lacquer.hex)",\
        "icons":[{"src":"\(Assets.iconPath)","sizes":"any","type":"image/svg+xml","purpose":"any"},\
        {"src":"\(Assets.touchIconPath)","sizes":"180x180","type":"image/png"}]}
        """
}
