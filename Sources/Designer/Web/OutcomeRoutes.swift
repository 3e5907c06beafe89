import Catalogue
import DesignSystem
import Kernel
import Site

extension DesignerSite {
    /// A shared template of the result, a text of the service's own, or the shared one written into the service.
    func resultTemplate(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let path = ["result", "template"]
        let name = request.form["template"]
        let isDetached = request.form["do"] == "result-detach"
        let value: YAMLValue
        var address = DesignerPaths.section(open.draft.id, .outcome)
        if isDetached {
            guard let template = open.readable?.result.template else { return .notFound }
            value = ResultText.value(template)
            address = DesignerPaths.part(open.draft.id, at: path)
        } else if name.isEmpty {
            guard open.value[path: path] == nil else { return .see(address) }
            value = ResultText.begun(open.value[path: ["result", "title"]]?.text ?? open.draft.title.vi)
            address = DesignerPaths.part(open.draft.id, at: path)
        } else {
            guard open.shared.results.contains(where: { $0.value == name }) else { return .notFound }
            if open.value[path: path + ["use"]]?.text == name { return .see(address) }
            value = .map([.init("use", .text(name))])
        }
        return try await write(
            open, request, what: path, to: address,
            { problem in .conflict(try list(open, .outcome, problem: problem).page(request)) },
            { patch throws(YAMLPatch.Refusal) in try patch.set(path, value) })
    }
}
