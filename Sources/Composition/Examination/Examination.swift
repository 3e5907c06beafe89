package import Kernel

/// What `motcua doctor` found: a finding for each thing an installation needs.
package struct Examination: Sendable {
    /// How something stands, with the exit code that monitors know (0 in order, 1 a warning, 2 critical).
    package enum Grade: String, Sendable, Comparable {
        case inOrder = "in order"
        case toWatch = "to watch"
        case broken

        package var exitCode: Int32 {
            switch self {
            case .inOrder: 0
            case .toWatch: 1
            case .broken: 2
            }
        }

        package static func < (one: Grade, other: Grade) -> Bool { one.exitCode < other.exitCode }
    }

    package struct Finding: Sendable, Equatable {
        package let grade: Grade
        /// One word for what was looked at: `database`.
        package let subject: String
        package let says: String
        /// What to do; empty when it is in order.
        package let advice: String
    }

    package private(set) var findings: [Finding] = []

    package var worst: Grade { findings.map(\.grade).max() ?? .inOrder }

    mutating func good(_ subject: String, _ says: String) {
        findings.append(Finding(grade: .inOrder, subject: subject, says: says, advice: ""))
    }

    mutating func watch(_ subject: String, _ says: String, _ advice: String) {
        findings.append(Finding(grade: .toWatch, subject: subject, says: says, advice: advice))
    }

    mutating func broken(_ subject: String, _ says: String, _ advice: String) {
        findings.append(Finding(grade: .broken, subject: subject, says: says, advice: advice))
    }

    /// A line for each finding, the worst known by capitals.
    package var lines: [String] {
        findings.map { finding in
            let mark =
                switch finding.grade {
                case .inOrder: "ok    "
                case .toWatch: "watch "
                case .broken: "BROKEN"
                }
            let advice = finding.advice.isEmpty ? "" : " – \(finding.advice)"
            return "\(mark) \(finding.subject): \(finding.says)\(advice)"
        }
    }

    package var json: JSON {
        .object([
            "grade": .string(worst.rawValue),
            "findings": .array(
                findings.map { finding in
                    .object([
                        "grade": .string(finding.grade.rawValue), "subject": .string(finding.subject),
                        "says": .string(finding.says), "advice": .string(finding.advice),
                    ])
                }),
        ])
    }
}
