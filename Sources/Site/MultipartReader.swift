import Foundation

/// Takes apart a body of multipart/form-data (RFC 7578) as its bytes arrive. A pure state machine: bytes in, events out.
struct MultipartReader {
    enum Event: Equatable {
        case begin(name: String, filename: String?)
        case content([UInt8])
        case end
    }

    struct Malformed: Error {}

    private enum State { case preamble, headers, content, done }

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var buffer: [UInt8] = []

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line end before it.
        buffer = Array("\r\n".utf8)
    }

    /// The boundary named by a Content-Type; nil for another type.
    static func boundary(of contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2, pair[0].lowercased() == "boundary" else { continue }
            let value = pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().dropLast()) : pair[1]
            return (1...70).contains(value.utf8.count) ? value : nil
        }
        return nil
    }

    var isDone: Bool { state == .done }

    mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [Event] {
        buffer.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Does what can be done with the bytes at hand; false when more are needed.
    private mutating func step(_ events: inout [Event]) throws -> Bool {
        switch state {
        case .done:
            buffer.removeAll()
            return false
        case .preamble:
            guard let found = find(delimiter) else {
                guard buffer.count < 8_192 else { throw Malformed() }
                return false
            }
            return try afterDelimiter(found)
        case .headers:
            guard let found = find([13, 10, 13, 10]) else {
                guard buffer.count < 16_384 else { throw Malformed() }
                return false
            }
            events.append(try Self.begin(headers: buffer[..<found]))
            buffer.removeSubrange(..<(found + 4))
            state = .content
            return true
        case .content:
            if let found = find(delimiter) {
                // Two more bytes tell whether another part follows.
                guard buffer.count >= found + delimiter.count + 2 else {
                    return emit(upTo: found, &events)
                }
                _ = emit(upTo: found, &events)
                events.append(.end)
                return try afterDelimiter(0)
            }
            return emit(upTo: buffer.count - delimiter.count, &events)
        }
    }

    private mutating func emit(upTo end: Int, _ events: inout [Event]) -> Bool {
        if end > 0 {
            events.append(.content(Array(buffer[..<end])))
            buffer.removeSubrange(..<end)
        }
        return false
    }

    private mutating func afterDelimiter(_ at: Int) throws -> Bool {
        let after = at + delimiter.count
        guard buffer.count >= after + 2 else { return false }
        if buffer[after] == 0x2D, buffer[after + 1] == 0x2D {
            state = .done
            return true
        }
        guard buffer[after] == 13, buffer[after + 1] == 10 else { throw Malformed() }
        // The line end stays: an empty header block is then still followed by one.
        buffer.removeSubrange(..<after)
        state = .headers
        return true
    }

    private func find(_ wanted: [UInt8]) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var at = 0
            while at + wanted.count <= bytes.count {
                guard let hit = memchr(start + at, Int32(wanted[0]), bytes.count - at) else { return nil }
                at = start.distance(to: UnsafeRawPointer(hit))
                guard at + wanted.count <= bytes.count else { return nil }
                if wanted.withUnsafeBytes({ $0.elementsEqual(bytes[at..<at + wanted.count]) }) { return at }
                at += 1
            }
            return nil
        }
    }

    private static func begin(headers: ArraySlice<UInt8>) throws -> Event {
        for line in String(decoding: headers, as: UTF8.self).split(separator: "\r\n") {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            guard let name = parameter("name", in: line) else { throw Malformed() }
            return .begin(name: name, filename: parameter("filename", in: line))
        }
        throw Malformed()
    }

    private static func parameter(_ name: String, in line: Substring) -> String? {
        guard let start = line.range(of: " \(name)=\"") ?? line.range(of: ";\(name)=\"") else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end]).replacing("%22", with: "\"")
    }
}
