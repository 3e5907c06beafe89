import Synchronization

/// Counts of what the site did, in the text format of Prometheus.
package final class Metrics: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }
    private struct Series {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    }
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private let series = Mutex<[Key: Series]>([:])
    private let gauges = Mutex<[String: (help: String, value: Double)]>([:])
    private let sources = Mutex<[@Sendable (Metrics) async -> Void]>([])

    package init() {}

    package func count(method: String, route: String, status: Int, seconds: Double) {
        series.withLock { all in
            var one = all[Key(method: method, route: route, status: status)] ?? Series()
            one.count += 1
            one.seconds += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { one.buckets[index] += 1 }
            all[Key(method: method, route: route, status: status)] = one
        }
    }

    /// Sets a value that goes up and down, like the number of jobs that are stuck.
    package func set(_ name: String, help: String, _ value: Double) {
        gauges.withLock { $0[name] = (help, value) }
    }

    /// Takes a gauge away whose value is not known at present: none is better than an old one.
    package func forget(_ name: String) { gauges.withLock { $0[name] = nil } }

    /// Has `source` set its gauges whenever somebody asks for the metrics.
    package func onReading(_ source: @escaping @Sendable (Metrics) async -> Void) {
        sources.withLock { $0.append(source) }
    }

    /// The text with every gauge as it is now.
    package func read() async -> String {
        for source in sources.withLock({ $0 }) { await source(self) }
        return text
    }

    package var text: String {
        var out = """
            # HELP motcua_http_request_seconds Time to answer a request, by route.
            # TYPE motcua_http_request_seconds histogram

            """
        let all = series.withLock { $0 }
        for (key, one) in all.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            for (index, bound) in Self.bounds.enumerated() {
                out += "motcua_http_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(one.buckets[index])\n"
            }
            out += "motcua_http_request_seconds_bucket{\(labels),le=\"+Inf\"} \(one.count)\n"
            out += "motcua_http_request_seconds_sum{\(labels)} \(one.seconds)\n"
            out += "motcua_http_request_seconds_count{\(labels)} \(one.count)\n"
        }
        for (name, gauge) in gauges.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            out += "# HELP \(name) \(gauge.help)\n# TYPE \(name) gauge\n\(name) \(gauge.value)\n"
        }
        return out
    }
}
