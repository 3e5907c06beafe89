import Foundation
import NIOSSL

/// TLS of the program's own: the certificate chain and the key of the settings.
enum ServerTLS {
    static func configuration(certificate: String, key: String) throws -> TLSConfiguration {
        try configuration(
            NIOSSLCertificate.fromPEMFile(certificate), NIOSSLPrivateKey(file: key, format: .pem))
    }

    /// 1.2 and 1.3; older versions are not to be used (RFC 8996).
    static func configuration(_ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    /// What keeps the two files from being used, with what to change.
    static func problems(certificate: String, key: String) -> [String] {
        var wrong: [String] = []
        for (name, path) in [("MOTCUA_TLS_CERTIFICATE", certificate), ("MOTCUA_TLS_KEY", key)]
        where !FileManager.default.isReadableFile(atPath: path) {
            wrong.append("\(name): the file \(path) cannot be read")
        }
        guard wrong.isEmpty else { return wrong }
        if (try? NIOSSLCertificate.fromPEMFile(certificate))?.isEmpty ?? true {
            wrong.append("MOTCUA_TLS_CERTIFICATE: \(certificate) holds no certificate in PEM")
        }
        if (try? NIOSSLPrivateKey(file: key, format: .pem)) == nil {
            wrong.append("MOTCUA_TLS_KEY: \(key) holds no private key in PEM, or one with a password")
        }
        guard wrong.isEmpty else { return wrong }
        do {
            _ = try NIOSSLContext(configuration: configuration(certificate: certificate, key: key))
            return []
        } catch {
            return ["MOTCUA_TLS_KEY: the key does not belong to the certificate, or the certificate cannot be used"]
        }
    }

    /// When the first certificate of the chain ends, in seconds since 1970; nil when it cannot be read.
    static func ends(_ certificate: String) -> Int64? {
        (try? NIOSSLCertificate.fromPEMFile(certificate))?.first.map { Int64($0.notValidAfter) }
    }
}
