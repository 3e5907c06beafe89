import Blobs
import Foundation
import Testing

private func withStore(_ body: (BlobStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("blobs-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(try BlobStore(folder: folder))
}

private func arrives(_ text: String, in store: BlobStore) throws -> (path: String, file: CheckedFile) {
    let path = store.incoming + "/" + UUID().uuidString
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return (path, try CheckedFile(at: path))
}

@Test func `a file is kept under the hash of its content`() throws {
    try withStore { store in
        let (path, file) = try arrives("abc", in: store)
        // FIPS 180-2, appendix B.1.
        #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        try store.keep(fileAt: path, sha256: file.sha256)
        #expect(try String(contentsOfFile: store.path(file.sha256), encoding: .utf8) == "abc")
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(store.fault(of: file.sha256, size: 3) == nil)
    }
}

@Test func `the same file twice is one file`() throws {
    try withStore { store in
        for _ in 1...2 {
            let (path, file) = try arrives("twice", in: store)
            try store.keep(fileAt: path, sha256: file.sha256)
            #expect(store.has(file.sha256))
        }
    }
}

@Test func `a file that is missing or cut short is named`() throws {
    try withStore { store in
        let (path, file) = try arrives("whole", in: store)
        #expect(store.fault(of: file.sha256, size: file.size) == "is missing")
        try store.keep(fileAt: path, sha256: file.sha256)
        try Data("who".utf8).write(to: URL(fileURLWithPath: store.path(file.sha256)))
        #expect(store.fault(of: file.sha256, size: file.size) == "has 3 bytes instead of 5")
    }
}

@Test func `only uploads that were left behind long ago are swept away`() throws {
    try withStore { store in
        let (old, _) = try arrives("old", in: store)
        let (new, _) = try arrives("new", in: store)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3_700)], ofItemAtPath: old)
        try store.sweepIncoming(olderThan: 3_600)
        #expect(!FileManager.default.fileExists(atPath: old))
        #expect(FileManager.default.fileExists(atPath: new))
    }
}

@Test func `a copy says what was written, is the owner's alone, and never goes over a file`() throws {
    try withStore { store in
        let (path, file) = try arrives("copy me", in: store)
        let target = path + ".copy"
        #expect(try CheckedFile.copying(path, to: target) == file)
        let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: BlobStore.Problem.self) { try CheckedFile.copying(path, to: target) }
    }
}

/// Makes a kept file look as if it had been kept so many seconds ago.
private func age(_ sha256: String, in store: BlobStore, by seconds: Double) throws {
    try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: store.path(sha256))
}

private func kept(_ text: String, in store: BlobStore) throws -> String {
    let (path, file) = try arrives(text, in: store)
    try store.keep(fileAt: path, sha256: file.sha256)
    return file.sha256
}

@Test func `only a file that was kept long ago is offered to the sweep`() throws {
    try withStore { store in
        let (old, new) = (try kept("old", in: store), try kept("new", in: store))
        try age(old, in: store, by: 3_700)
        let aged = try (0..<BlobStore.parts).flatMap { try store.aged(part: $0, olderThan: 3_600) }
        #expect(aged == [old])
        #expect(try store.remove([old, new], olderThan: 3_600) == 1)
        #expect(!store.has(old) && store.has(new))
    }
}

@Test func `a file that is kept again after the sweep has chosen it stays`() throws {
    try withStore { store in
        let sha256 = try kept("again", in: store)
        try age(sha256, in: store, by: 3_700)
        let part = try #require(Int(sha256.prefix(2), radix: 16))
        let chosen = try store.aged(part: part, olderThan: 3_600)
        #expect(chosen == [sha256])
        _ = try kept("again", in: store)
        #expect(try store.remove(chosen, olderThan: 3_600) == 0)
        #expect(store.has(sha256))
    }
}

@Test func `a file kept while the sweep runs is there afterwards`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("blobs-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try BlobStore(folder: folder)
    for _ in 0..<40 {
        let sha256 = try kept("both at once", in: store)
        try age(sha256, in: store, by: 3_700)
        async let removed = store.remove([sha256], olderThan: 3_600)
        async let again = kept("both at once", in: store)
        _ = try await (removed, again)
        #expect(store.has(sha256))
    }
}

@Test func `nothing is removed while files are being copied`() throws {
    try withStore { store in
        let sha256 = try kept("in a backup", in: store)
        try age(sha256, in: store, by: 3_700)
        let (first, second) = (try store.holdFiles(), try store.holdFiles())
        #expect(try store.remove([sha256], olderThan: 3_600) == 0)
        first.release()
        #expect(try store.remove([sha256], olderThan: 3_600) == 0)
        second.release()
        #expect(try store.remove([sha256], olderThan: 3_600) == 1)
    }
}
