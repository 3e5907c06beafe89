// What only boxed expressions have: results of a declared type, and contexts with a result of their own.
extension Compiler {
    mutating func compileTyped(_ inner: Syntax, _ type: FEELType, _ name: String) -> Compiled {
        let compiled = compile(inner)
        if type == .any { return compiled }
        expect(compiled, type.unlimited, at: inner)
        checkCode(type, compiled.constant, at: inner)
        let code = compiled.code
        let isCloser = compiled.type != .null && compiled.type != .any && compiled.type.conforms(to: type.unlimited)
        let known = isCloser ? compiled.type : type.unlimited
        return Compiled(known) { frame in
            let value = code(frame)
            if let fitting = type.coerced(value) { return fitting }
            frame.note(.wrongType(name, value, type))
            return .null
        }
    }

    mutating func compileScoped(_ entries: [Syntax.Entry], _ result: Syntax) -> Compiled {
        let count = locals.count
        var codes: [Code] = []
        for entry in entries {
            let compiled = compile(entry.value)
            codes.append(compiled.code)
            locals.append(Local(name: entry.name, type: compiled.type))
        }
        let final = compile(result)
        locals.removeSubrange(count...)
        let code = final.code
        return Compiled(final.type) { [codes] frame in
            let base = frame.locals.count
            for code in codes { frame.locals.append(code(frame)) }
            defer { frame.locals.removeSubrange(base...) }
            return code(frame)
        }
    }
}
