import Directory
import Journal
import Kernel
import Storage

/// Offers a post to somebody who has an account of their own (mời nhận vị trí). A step of `AddOfficial`.
enum InviteOfficial {
    /// An earlier offer of the same role in the same agency ends.
    static func perform(
        _ known: Account, _ draft: AddOfficial.Draft, mails: AccountMails, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws -> Result<OfficeInvitation, AddOfficial.Refusal> {
        guard let agency = try Directory.lockAgency(draft.agency, in: tx),
            try AdministrationScope.of(actor, at: now, in: tx).covers(agency.id, in: tx)
        else { return .failure(.outsideScope) }
        let problems = AppointOfficial.problems(draft.post, at: agency)
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        for earlier in try OfficeInvitationStore.open(of: known.id, at: now, in: tx)
        where earlier.agency == agency.id && earlier.post.role == draft.post.role {
            try OfficeInvitationStore.close(earlier.id, at: now, in: tx)
        }
        let invitation = OfficeInvitation(
            id: OfficeInvitation.ID(at: now), account: known.id, agency: agency.id, post: draft.post, name: draft.name,
            email: draft.email, inviter: actor.accountID, inviterPost: actor.postID, createdAt: now,
            endsAt: now.adding(days: OfficeInvitation.days))
        try OfficeInvitationStore.insert(invitation, in: tx)
        try Journal.append(
            "post.offered", subject: "agency", agency.id.description,
            ["invitation": .string(invitation.id.description), "role": .string(draft.post.role.rawValue)], by: actor,
            at: now, in: tx)
        try mails.invitation(
            to: known, invitation.id, post: draft.post.title,
            agency: Directory.authority(of: agency.id, in: tx) ?? agency
        ).send(to: known.id.description, at: now, in: tx)
        return .success(invitation)
    }
}
