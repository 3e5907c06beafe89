import Foundation
import Storage

/// Room for the parameters of one statement, used again for the next.
///
/// Values go as text without a type, so that the server takes the type of the column; bytes go as they are.
final class PostgreSQLParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    private static let null = -1

    /// Calls `body` with the count, values, lengths and formats as libpq wants them.
    func with<Value>(
        _ values: [SQLValue],
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Value
    ) -> Value {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
        starts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for value in values { append(value) }
        return bytes.withUnsafeBytes { buffer in
            let pointers = starts.map { start in
                start == Self.null ? nil : buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
            }
            return body(Int32(values.count), pointers, lengths, formats)
        }
    }

    private func append(_ value: SQLValue) {
        let start = bytes.count
        var isBinary = false
        switch value {
        case .null:
            starts.append(Self.null)
            lengths.append(0)
            formats.append(0)
            return
        case .integer(let integer): append(integer)
        case .real(let real): bytes.append(contentsOf: real.description.utf8)
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .bytes(let content):
            bytes.append(contentsOf: content)
            isBinary = true
        }
        starts.append(start)
        lengths.append(Int32(bytes.count - start))
        formats.append(isBinary ? 1 : 0)
        bytes.append(0)
    }

    private func append(_ integer: Int64) {
        if integer < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = integer.magnitude
        repeat {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
