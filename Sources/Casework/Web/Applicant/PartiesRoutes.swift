import Catalogue
import Kernel
import Site

/// The screens about who files for whom, and how the result is to come.
enum PartiesRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.owner, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { .page(OwnerPage(open: $0).page) }
        }
        routes.post(ApplicantPaths.owner, .person) { request, visitor, id in
            try await site.withDraft(id, of: visitor) { try await site.chooseOwner(request, visitor, $0) }
        }
        routes.get(ApplicantPaths.ownerDetails, .person) { _, visitor, id in
            let profile = try await site.profiles(visitor.account)
            return try await site.withDraft(id, of: visitor) { open in
                let kind = open.draft.parties.kind
                guard kind != .`self` else { return .see(ApplicantPaths.draft(id)) }
                let earlier = try await EarlierOwners(site.office)(of: visitor.account, kind: kind)
                return .page(OwnerDetailsPage(open: open, profile: profile, earlier: earlier).page)
            }
        }
        routes.post(ApplicantPaths.ownerDetails, .person) { request, visitor, id in
            try await site.withDraft(id, of: visitor) { try await site.keepOwner(request, visitor, $0) }
        }
        routes.get(ApplicantPaths.submitter, .person) { _, visitor, id in
            let profile = try await site.profiles(visitor.account)
            return try await site.withDraft(id, of: visitor) {
                .page(SubmitterPage(open: $0, profile: profile).page)
            }
        }
        routes.post(ApplicantPaths.submitter, .person) { request, visitor, id in
            try await site.withDraft(id, of: visitor) { try await site.keepSubmitter(request, visitor, $0) }
        }
        routes.get(ApplicantPaths.delivery, .person) { _, visitor, id in
            try await site.withDraft(id, of: visitor) { .page(DeliveryPage(open: $0).page) }
        }
        routes.post(ApplicantPaths.delivery, .person) { request, visitor, id in
            try await site.withDraft(id, of: visitor) { try await site.keepDelivery(request, visitor, $0) }
        }
    }
}

extension ApplicantSite {
    fileprivate func chooseOwner(_ request: Request, _ visitor: Visitor, _ open: OpenDraft) async throws -> Response {
        let (kind, problems) = PartiesForm.kind(request.form, open.service.definition.owners)
        guard let kind else { return .problems(OwnerPage(open: open, problems: problems).page) }
        let kept = try await change(open) { draft in
            if draft.parties.kind != kind {
                var parties = draft.parties
                parties.kind = kind
                parties.owner = kind == .`self` ? parties.submitter : Party(name: "")
                parties.mandate = nil
                draft.take(parties)
            }
            draft.page = DraftPart.owner.key
        }
        guard let kept else { return try await gone(open.id, visitor) }
        return .see(kept.next(after: .owner))
    }

    fileprivate func keepOwner(_ request: Request, _ visitor: Visitor, _ open: OpenDraft) async throws -> Response {
        let profile = try await profiles(visitor.account)
        let known = request.form["known"]
        let earlier = try await EarlierOwners(office)(of: visitor.account, kind: open.draft.parties.kind)
        if !known.isEmpty {
            let chosen = earlier.first { $0.key == known }
            let kept = try await change(open) { draft in
                if let firm = profile?.firms.first(where: { $0.name == known }), draft.parties.kind.isFirm {
                    draft.parties.owner = Party(name: firm.name, number: firm.taxCode)
                    draft.parties.mandate = firm.mandate
                    draft.origins.mark("@owner", draft.parties.owner, as: .account)
                } else if let ward = profile?.wards.first(where: { $0.name == known }), draft.parties.kind == .child {
                    draft.parties.owner = Party(name: ward.name, number: ward.number)
                    draft.origins.mark("@owner", draft.parties.owner, as: .account)
                } else if let chosen {
                    draft.parties.owner = chosen.party
                    draft.parties.mandate = chosen.mandate
                    draft.origins.mark("@owner", chosen.party, as: .earlier)
                }
            }
            guard kept != nil else { return try await gone(open.id, visitor) }
            return .see(ApplicantPaths.ownerDetails(open.id))
        }
        let form = request.form
        let problems = PartiesForm.owner(form, into: open.draft.parties).problems
        let kept = try await change(open) { draft in
            draft.take(PartiesForm.owner(form, into: draft.parties).parties)
            draft.page = DraftPart.ownerDetails.key
        }
        guard let kept else { return try await gone(open.id, visitor) }
        guard problems.isEmpty else {
            return .problems(OwnerDetailsPage(open: kept, profile: profile, earlier: earlier, problems: problems).page)
        }
        return .see(kept.next(after: .ownerDetails))
    }

    fileprivate func keepSubmitter(_ request: Request, _ visitor: Visitor, _ open: OpenDraft) async throws -> Response {
        let profile = try await profiles(visitor.account)
        let form = request.form
        let problems = PartiesForm.submitter(form, profile, into: open.draft.parties).problems
        let definition = open.service.definition
        let earlier = try await MyDossiers(office).lastTime(of: visitor.account)?.answers ?? [:]
        let parties = open.draft.parties
        let owners = try await EarlierOwners(office)(of: visitor.account, kind: parties.kind)
        let ofOwner = owners.first { $0.party.name == parties.owner.name && $0.party.number == parties.owner.number }
        // Sent again later, it fills in nothing that somebody may have cleared since.
        let parts = ["", DraftPart.owner.key, DraftPart.ownerDetails.key, DraftPart.submitter.key]
        let isFirst = problems.isEmpty && parts.contains(open.draft.page) && open.draft.isUntouched(definition)
        let kept = try await change(open, blanks: isFirst ? .filled : .left) { draft in
            draft.take(PartiesForm.submitter(form, profile, into: draft.parties).parties)
            if let account = profile?.party {
                draft.origins.mark("@submitter", draft.parties.submitter, where: account, as: .account)
            }
            draft.page = DraftPart.submitter.key
            if problems.isEmpty {
                draft.prefill(definition, earlier: earlier, ofOwner: ofOwner?.answers ?? [:])
            }
        }
        guard let kept else { return try await gone(open.id, visitor) }
        guard problems.isEmpty else {
            return .problems(SubmitterPage(open: kept, profile: profile, problems: problems).page)
        }
        return .see(kept.next(after: .submitter))
    }

    fileprivate func keepDelivery(_ request: Request, _ visitor: Visitor, _ open: OpenDraft) async throws -> Response {
        let form = request.form
        let ways = open.service.definition.result.ways
        let problems = PartiesForm.delivery(form, ways, into: open.draft.parties).problems
        let kept = try await change(open) { draft in
            draft.parties = PartiesForm.delivery(form, ways, into: draft.parties).parties
            draft.page = DraftPart.delivery.key
        }
        guard let kept else { return try await gone(open.id, visitor) }
        guard problems.isEmpty else { return .problems(DeliveryPage(open: kept, problems: problems).page) }
        return .see(kept.next(after: .delivery))
    }
}
