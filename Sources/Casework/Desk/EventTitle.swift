import Catalogue
package import Kernel
import Storage

extension CaseFile {
    /// What each entry of the history was, with the definition's own words for acts; by the entry's number.
    package var historyTitles: [Int: Phrase] {
        var titles: [Int: Phrase] = [:]
        var dossier = Dossier(id: dossier.id)
        for record in history {
            titles[record.number] = title(of: record.event, from: dossier.step)
            dossier.apply(record.event, at: record.at)
        }
        return titles
    }

    private func title(of event: DossierEvent, from step: String) -> Phrase {
        switch event {
        case .moved(let act, _, _, _, _), .finished(let act, _, _, _), .given(let act, _, _):
            service.step(step)?.acts.first { $0.key == act }?.title ?? event.summary
        case .branchesOpened(let step, let branches):
            service.names(of: branches.map(\.key), in: step, after: event.summary)
        case .branchAsked(let key, _, _, _, _):
            service.names(
                of: [key], in: step,
                after: service.branch(key, in: step)?.isCase == true
                    ? Phrase(vi: "Chuyển cơ quan khác giải quyết", en: "Handed to another agency") : event.summary)
        case .branchAnswered(let key, let verdict, _, _):
            service.names(
                of: [key], in: step,
                after: service.branch(key, in: step)?.isCase == true
                    ? verdict?.outcome ?? event.summary : event.summary)
        case .joined(let from, _, _):
            Phrase(
                vi: "\(event.summary.vi) (\(service.step(from)?.title.vi ?? from))",
                en: "\(event.summary.en) (\(service.step(from)?.title.en ?? from))")
        case .timed(let timer):
            service.step(step)?.acts.first { $0.key == timer.act }.map { act in
                Phrase(vi: "\(event.summary.vi): \(act.title.vi)", en: "\(event.summary.en): \(act.title.en)")
            } ?? event.summary
        default: event.summary
        }
    }

    /// What was written with an entry: a note, a reason.
    package func text(of event: DossierEvent) -> String? { text(event.text) }
}

extension CompiledService {
    /// What happened, with the titles of the branches concerned.
    func names(of branches: [String], in step: String, after summary: Phrase) -> Phrase {
        let titles = branches.map { branch($0, in: step)?.title ?? Phrase(same: $0) }
        return Phrase(
            vi: "\(summary.vi): \(titles.map(\.vi).joined(separator: ", "))",
            en: "\(summary.en): \(titles.map(\.en).joined(separator: ", "))")
    }
}

extension CaseFile {
    /// The official who last did something while the case was in that step.
    package func lastWorker(of step: String) -> String? {
        var dossier = Dossier(id: dossier.id)
        var worker: String?
        for record in history {
            if dossier.step == step, record.actor.hasPrefix("official:") {
                worker = record.actor.split(separator: ":").dropFirst().first.map(String.init)
            }
            dossier.apply(record.event, at: record.at)
        }
        return worker
    }
}

extension CaseOffice {
    /// The rule under which a file was handed in.
    package func rule(of paper: Paper.ID, in id: Dossier.ID) async throws -> String? {
        try await database.read { tx in try PaperStore.papers(of: id, in: tx).first { $0.id == paper }?.rule }
    }
}
