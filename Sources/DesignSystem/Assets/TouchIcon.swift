/// The icon of an installed portal on phones that take no SVG: 180 by 180 px, the drawing of `Mark.icon`.
enum TouchIcon {
    static let png: [UInt8] = {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for letter in base64.utf8 where letter != UInt8(ascii: "=") {
            bits = bits << 6 | UInt32(value(letter))
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }()

    /// RFC 4648, section 4.
    private static func value(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter + 4
        case UInt8(ascii: "+"): 62
        default: 63
        }
    }

    private static let base64 = """
        iVBORw0KGgoAAAANSUhEUgAAALQAAAC0BAMAAADP4xsBAAAAJFBMVEX////58vP77crqzc/nvJjytwXgoUXPjZLShUTIfn2vQT+e\
        GyXa9rwwAAAC70lEQVR42u3Zv2sTYRgH8O8lbcTtIoJWHYr4B8SOTqmDHe1UWhDJ4B/QSUUE4yIIYtLJIQUrDpVMnVRqwEyC1B8B\
        QRBMvVEltjdpk+budUjkLpf37n3e3KVUeA5CLk3uk7sn3/feHzVeYVxbCkwzzTTTTDPNNNNMM80000wzzTR5m1B9oHW/If17+sas\
        4khDMf0XC3bYkVUzXkE6duiXNmLWuhv+VjkmbYW/5cak1yJqFZOOKKgTj3ZHLBaB7oxYLEKTcQDgRGH4K0vRxSLQFgBcyw9nsqSO\
        yHBBxMvXgWvOSZp5oFqt2zbhrO/VYeT9AUlLGrRh2v6IdJew9EJ51m4deDgQEGnNCgMR+QJ0LSW91394AUnL6NxARIr9RzS9C0BY\
        /oBkZXTW3566dv9AQq6L/oAUZJ/I+BtUBwAMJZ0FgB1FQAIR+QYAppLOAMCe7QXEkN7xDdO7i4ii9OJS0tMRV72AZOQNwheRz7b0\
        4oZoIwcAf0rRAfFH5McypOkf/hmXAQDP70QGxBeR71cAAEcIrfF47+nN4rn8WwA4Uwvv2dq1dzsfe69nCT16eB8eOTLYJNyejPII\
        Mo6SuoKpUegVEp16oi+fmqZ1YFOmrpxeIfaNxroufdOkdrsTT/XkC3l6j35yPadRjVt39UaqX1e3dwlu9uyli9qDYHcOwOmoscbv\
        ywAq0zyXYZppnqOTtl/NTzPnx0GLCoCtrQUz8YKISu+5aidOV/7tVJOmf3q7j5OlxYa3v28nSu/7X2wkSq/pLClo0Q55ueEw0Q29\
        lZDDQYvx3flcjWUjTdoZ31ljfGfNfSPTTDPNNNNMM31g80bRtHpLva2adGDWrQFAGwBW80jNSCd80mUtcX1weDQ5H5x/DM450s9M\
        akHaDb1Ld8rkWjd1y/qBTFu6tEv+GYP1cN4rKIdMz9cD0rbirCfJBcnqFuQYmdZdG5f/e0FaEOPRAy16jt5k+M7HNNNMM80000wz\
        zTTTTDPN9H9N/wU1UroPD26M1AAAAABJRU5ErkJggg==
        """
}
