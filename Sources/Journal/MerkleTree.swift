import Crypto

/// A Merkle tree that only grows (RFC 9162, section 2.1), held as its right edge: the roots of the full subtrees that
/// the leaves so far make, largest first.
struct MerkleTree: Equatable {
    private(set) var size: Int
    private(set) var edge: [[UInt8]]

    init(size: Int = 0, edge: [[UInt8]] = []) {
        self.size = size
        self.edge = edge
    }

    mutating func append(leaf hash: [UInt8]) {
        edge.append(hash)
        size += 1
        // Every trailing zero bit of the new size joins two subtrees of equal size.
        for _ in 0..<size.trailingZeroBitCount {
            let right = edge.removeLast()
            let left = edge.removeLast()
            edge.append(Self.node(left, right))
        }
    }

    /// The root hash; of the empty tree the hash of nothing.
    var root: [UInt8] {
        guard var root = edge.last else { return Array(SHA256.hash(data: [UInt8]())) }
        for subtree in edge.dropLast().reversed() { root = Self.node(subtree, root) }
        return root
    }

    static func leaf(_ bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: [0])
        hash.update(data: bytes)
        return Array(hash.finalize())
    }

    static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: [1])
        hash.update(data: left)
        hash.update(data: right)
        return Array(hash.finalize())
    }
}
