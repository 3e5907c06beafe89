import Foundation
import Storage

/// Files and folders that only their owner may read, and that are on the disk before somebody is told.
enum PrivateFile {
    static func write(_ data: Data, to path: String) throws {
        guard
            FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw CopyProblem("\(path) cannot be written") }
        try sync(path)
    }

    /// Who may do what with a file or folder; nil when it is not there.
    static func mode(of path: String) -> Int? {
        try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CopyProblem("the folder \(path) cannot be made")
        }
    }

    /// Waits until the content of the file, or the names in the folder, are on the disk.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CopyProblem("\(path) cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CopyProblem("\(path) cannot be written to the disk") }
    }

    /// The same for a folder and all folders in it.
    static func syncFolders(_ folder: String) throws {
        try sync(folder)
        let paths = FileManager.default.enumerator(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.isDirectoryKey])
        while let url = paths?.nextObject() as? URL {
            if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { try sync(url.path) }
        }
    }

    /// Gives a finished file or folder its name, durably. Errors: something has that name already.
    static func name(_ part: String, _ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path), rename(part, path) == 0 else {
            throw CopyProblem("\(path) cannot be written, or is there already")
        }
        let parent = (path as NSString).deletingLastPathComponent
        try sync(parent.isEmpty ? "." : parent)
    }
}
