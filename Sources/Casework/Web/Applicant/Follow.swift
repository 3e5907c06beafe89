import Catalogue
import DesignSystem
import Directory
import Kernel
import Wording
import WorkingTime

/// A dossier as its applicant follows it: the file, and the names of who has it.
struct Follow: Sendable {
    let file: CaseFile
    let agency: AgencyCard
    let unit: AgencyCard?
    /// Who has it now, and who received it, by name.
    let official: String?
    let receiver: String?
    /// What lay on the counter on paper.
    let handed: [HandedPaper]
    let calendar: WorkingCalendar?
    let table: TerritoryTable
    let now: Instant
    /// The receipts of what was paid, with where the applicant sees each.
    var receipts: [(number: String, path: String)] = []
    /// The names of the agencies that have a child of the case, by id.
    var elsewhere: [String: Phrase] = [:]

    var dossier: Dossier { file.dossier }
    var places: PlaceLookup { PlaceLookup(table) }

    /// The date to expect while the desk has not taken the dossier.
    var expected: CaseClock? {
        guard dossier.clock == nil, dossier.isOpen, let calendar else { return nil }
        return file.service.expected(file.facts, at: dossier.filedAt, calendar)
    }

    /// Until when the present step should be done, where the service says so.
    var stepDue: Instant? {
        file.stepDueAt
    }

    /// Who has it, in words: unit, agency and official.
    var holder: Phrase {
        let place = unit.map { Phrase(vi: "\($0.name.vi), \(agency.name.vi)", en: "\($0.name.en), \(agency.name.en)") }
        let seat = place ?? agency.name
        guard let official else { return seat }
        return Phrase(vi: "\(official), \(seat.vi)", en: "\(official), \(seat.en)")
    }

    /// What was written when the case was refused; nil otherwise.
    var refusal: String? {
        for record in file.history { if case .refused(let text) = record.event { return file.text(text) } }
        return nil
    }

    var fees: [FeeLine] {
        file.fees.map { fee in
            let rule = file.service.definition.fees.first { $0.key == fee.key }
            return FeeLine(
                title: fee.title, amount: fee.amount, basis: fee.basis, terms: rule?.terms, paidAt: fee.paidAt)
        }
    }

    // MARK: history

    struct Line {
        let at: Instant
        let words: Phrase
    }

    /// What happened, in plain words, the newest first. What the agency does among its own people is left out.
    var history: [Line] {
        file.history.reversed().compactMap { record in
            words(record).map { Line(at: record.at, words: $0) }
        }
    }

    private func words(_ record: DossierStore.Recorded) -> Phrase? {
        let name = record.actorName
        switch record.event {
        case .filed(let filed):
            return filed.channel == .online
                ? Phrase(vi: "Hồ sơ được nộp trực tuyến", en: "Filed online")
                : Phrase(vi: "Hồ sơ được nộp (\(filed.channel.name.vi))", en: "Filed (\(filed.channel.name.en))")
        case .received: return by(name, Phrase(vi: "Đã tiếp nhận hồ sơ", en: "Received"))
        case .supplementRequested: return by(name, Phrase(vi: "Yêu cầu bổ sung", en: "Supplements requested"))
        case .supplementAnswered: return Phrase(vi: "Đã nhận bổ sung", en: "Supplements given")
        case .refused: return by(name, dossier.clock == nil ? .refusedReception : .refusedCase)
        case .moved(_, let step, _, _, _):
            guard let title = file.service.step(step)?.title else { return record.event.summary }
            return by(name, Phrase(vi: "Chuyển sang bước “\(title.vi)”", en: "Went on to “\(title.en)”"))
        case .transferred: return Phrase(vi: "Chuyển đến đơn vị giải quyết", en: "Passed to a unit")
        case .finished: return by(name, Phrase(vi: "Đã có kết quả", en: "The result is there"))
        case .given(_, let way, _):
            return Phrase(
                vi: "Đã trả kết quả: \(Delivery.name(of: way).vi)",
                en: "The result was handed over: \(Delivery.name(of: way).en)")
        case .withdrawn:
            return dossier.origin == nil
                ? Phrase(vi: "Người nộp rút hồ sơ", en: "Withdrawn by the applicant")
                : Phrase(vi: "Đóng vì hồ sơ gốc không còn chờ", en: "Closed: the origin awaits it no more")
        case .recalculated: return Phrase(vi: "Tính lại ngày hẹn trả", en: "The promised date was counted again")
        case .rated: return Phrase(vi: "Người nộp đánh giá", en: "Rated by the applicant")
        case .paid(_, let receipt, let amount):
            return Phrase(
                vi: "Đã nộp \(amount.phrase.vi), biên lai số \(receipt)",
                en: "Paid \(amount.phrase.en), receipt \(receipt)")
        case .paymentVoided(_, let receipt, let amount):
            return Phrase(
                vi: "Hủy biên lai số \(receipt) (\(amount.phrase.vi))",
                en: "Receipt \(receipt) was voided (\(amount.phrase.en))")
        case .branchesOpened(let step, let branches):
            return file.service.names(
                of: branches.map(\.key), in: step,
                after: Phrase(vi: "Đang lấy ý kiến, xử lý song song", en: "Others are asked, beside each other"))
        case .branchAnswered(let key, _, _, _):
            return file.service.names(
                of: [key], in: step(at: record), after: Phrase(vi: "Đã có trả lời", en: "Answered"))
        case .joined(_, let step, _):
            let title = file.service.step(step)?.title ?? record.event.summary
            return Phrase(vi: "Chuyển sang bước “\(title.vi)”", en: "Went on to “\(title.en)”")
        case .clockStopped(let clock):
            guard let reason = clock.stops.last?.reason else { return record.event.summary }
            return Phrase(
                vi: "Tạm dừng tính thời hạn: \(reason.vi)", en: "The clock stands still: \(reason.en)")
        case .resultTakenBack(_, _, _, .some):
            return by(name, Phrase(vi: "Thu hồi kết quả sai để làm lại", en: "A wrong result is made anew"))
        case .feesChanged, .clockResumed, .numbered, .versionChanged: return record.event.summary
        case .timed, .timerSeen, .branchAsked, .assigned, .resultAttached, .resultTakenBack, .paperChecked, .entered,
            .struckOut:
            return nil
        }
    }

    /// The step in which the case was when that happened.
    private func step(at record: DossierStore.Recorded) -> String {
        let before = file.history.prefix { $0.number < record.number }
        return Dossier(id: dossier.id, events: before.map { (event: $0.event, at: $0.at) }).step
    }

    private func by(_ name: String?, _ words: Phrase) -> Phrase {
        guard let name, !name.isEmpty else { return words }
        return Phrase(vi: "\(words.vi) – \(name)", en: "\(words.en) – \(name)")
    }
}

extension Phrase {
    fileprivate static let refusedReception = Phrase(vi: "Từ chối tiếp nhận", en: "Not received")
    fileprivate static let refusedCase = Phrase(vi: "Từ chối giải quyết", en: "Refused")
}
