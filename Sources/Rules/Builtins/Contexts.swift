// Functions on contexts (DMN 1.5, table 64).
extension Builtin {
    static let contexts: [Builtin] = [
        Builtin("get value(m: context, key: string) -> Any") { a, _ in
            a[0].context.flatMap { $0[a[1].string ?? ""] } ?? .null
        },
        Builtin("get entries(m: context) -> list<context>") { a, frame in
            guard let context = a[0].context else { return .null }
            return frame.list(
                zip(context.keys, context.values).map {
                    .context(FEELContext(keys: ["key", "value"], values: [.string($0), $1]))
                })
        },
        Builtin("context(entries: list<context>) -> context") { a, frame in
            var entries: [(key: String, value: FEELValue)] = []
            var keys: Set<String> = []
            for item in a[0].list ?? [] {
                guard let entry = item.context, let key = entry["key"]?.string, let value = entry["value"],
                    keys.insert(key).inserted
                else { return .null }
                entries.append((key: key, value: value))
            }
            return frame.context(FEELContext(entries))
        },
        Builtin("context put(context: context, key: string, value: Any) -> context") { a, frame in
            guard let context = a[0].context, let key = a[1].string else { return .null }
            return frame.context(context.putting(a[2], at: key))
        },
        Builtin("context put(context: context, keys: list<string>, value: Any) -> context") { a, frame in
            guard let context = a[0].context, let keys = a[1].list?.map(\.string), !keys.isEmpty else { return .null }
            return put(a[2], at: keys[...], in: context, frame)
        },
        Builtin("context merge(contexts: list<context>) -> context") { a, frame in
            var entries: [(key: String, value: FEELValue)] = []
            for item in a[0].list ?? [] {
                guard let context = item.context, frame.charge(context.keys.count) else { return .null }
                entries += zip(context.keys, context.values).map { (key: $0, value: $1) }
            }
            return frame.context(FEELContext(entries))
        },
    ]

    private static func put(_ value: FEELValue, at keys: ArraySlice<String?>, in context: FEELContext, _ frame: Frame)
        -> FEELValue
    {
        guard frame.charge(context.keys.count), let first = keys.first, let key = first else { return .null }
        if keys.count == 1 { return frame.context(context.putting(value, at: key)) }
        guard keys.count <= frame.limits.valueDepth, let inner = context[key]?.context else { return .null }
        let changed = put(value, at: keys.dropFirst(), in: inner, frame)
        return changed.isNull ? .null : frame.context(context.putting(changed, at: key))
    }
}
