import Foundation
import Kernel

/// Throws random and damaged expressions, decision models, definitions and BPMN files at their readers:
///
///     fuzz COUNT SEED FOLDER
///
/// COUNT inputs in all, the same for the same SEED; FOLDER is the services' folder. A crash ends the process; an input
/// that is not done within the time below, or a process that grows beyond the memory below, ends it with exit code 1 and
/// the input. Last it prints how many there were and what the process took.
@main
enum Fuzz {
    /// Megabytes that the whole process may ever take, enforced by the system for its address space besides.
    static let memory = 768
    /// Seconds within which every input must be answered, on however slow a machine: far beyond what any takes, and far
    /// below never.
    static let patience: UInt64 = 60

    static func main() throws {
        let words = CommandLine.arguments
        guard words.count == 4, let count = Int(words[1]), let seed = UInt64(words[2]) else {
            print("usage: fuzz COUNT SEED FOLDER")
            exit(2)
        }
        limitAddressSpace()
        let watch = Watch(patience: patience)
        var corpus = try Corpus(folder: URL(fileURLWithPath: words[3], isDirectory: true), seed: seed)
        var taken: [String: Int] = [:]
        for number in 0..<count {
            let input = corpus.input(number)
            watch.begins(number, input)
            let isTaken = input.isTaken(corpus.library)
            watch.ends()
            if isTaken { taken[input.kind.rawValue, default: 0] += 1 }
            if number % 256 == 0, residentMegabytes() > memory { watch.stop("more than \(memory) MB after") }
        }
        let read = taken.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        print("\(count) inputs, seed \(seed): \(read) were read; \(residentMegabytes()) MB at most")
    }

    /// What grows without end fails to get memory instead of taking the machine's.
    private static func limitAddressSpace() {
        let bytes = rlim_t(16 * memory) * 1_048_576
        var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }

    /// The most that the process has ever held.
    private static func residentMegabytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }
}
