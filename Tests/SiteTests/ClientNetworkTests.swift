import Testing

@testable import Site

@Suite struct ClientNetworkTests {
    @Test(arguments: [
        ("203.0.113.7", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"), ("unix", "unix"), ("", ""),
        ("2001:db8:1:2:3:4:5:6", "20010db800010002/64"), ("2001:db8:1:2::9", "20010db800010002/64"),
        ("2001:db8:1:3::9", "20010db800010003/64"), ("fe80::1%eth0", "fe80000000000000/64"),
    ])
    func `tries are counted by the address, or by the network of 64 bits`(address: String, network: String) {
        #expect(ClientNetwork.of(address) == network)
    }
}
