import Crypto
import NIOSSL
import Testing

@testable import Composition

@Suite struct TLSTests {
    @Test func `the site's own TLS begins at 1·2`() throws {
        let key = P256.Signing.PrivateKey().pemRepresentation
        let configuration = ServerTLS.configuration([], try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))
        #expect(configuration.minimumTLSVersion == .tlsv12)
        #expect(configuration.maximumTLSVersion == nil)
    }
}
