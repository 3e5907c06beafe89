import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// An administrator above two agencies hands the keeping of an official's account from one to the other.
enum OfficialKeeperRoutes {
    static func add(to routes: inout Routes, _ admin: OfficialAdmin) {
        routes.get(OfficialPaths.keeper, .may(.administer)) { _, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                guard file.keeper != nil else { return .notFound }
                return .page(page(file, form(file), admin, visitor))
            }
        }
        routes.post(OfficialPaths.keeper, .may(.administer)) { request, visitor, id in
            try await admin.withOfficial(id, visitor) { file in
                guard file.keeper != nil else { return .notFound }
                var form = form(file)
                guard let agency = form.chosen(request.form) else {
                    form.problems = KeeperForm.missing
                    return .problems(page(file, form, admin, visitor))
                }
                switch try await HandOverAccount(admin.accounts)(id, to: agency, by: visitor.actor) {
                case .success: return .see(AdminNotice.handedOver.at(OfficialPaths.official(id)))
                case .failure: return .notFound
                }
            }
        }
    }

    private static func form(_ file: OfficialFile) -> KeeperForm {
        KeeperForm(
            keeper: file.keeper, choices: file.handOver, action: OfficialPaths.keeper(file.account.id),
            back: OfficialPaths.official(file.account.id))
    }

    private static func page(
        _ file: OfficialFile, _ form: KeeperForm, _ admin: OfficialAdmin, _ visitor: Visitor
    ) -> Page {
        admin.frame.task(KeeperForm.title, about: file, for: visitor, problems: form.problems) { form.content }
    }
}
