package import Kernel

/// The difference of two versions of a procedure, part by part, as an official reads it.
package struct ProcedureDifference: Codable, Hashable, Sendable {
    /// One part that changed: what it said and what it says.
    package struct Change: Codable, Hashable, Sendable {
        package var part: Part
        /// For lists: what was dropped and what was added; for a text: the old one and the new one.
        package var removed: [String]
        package var added: [String]
    }

    /// The parts of a record, under the names of NĐ 63/2010, Đ.8.
    package enum Part: String, Codable, Hashable, Sendable, CaseIterable {
        case name, ministry, decision, levels, kind, field, applicants, agencies, steps, channels, papers, outcomes
        case legalBasis = "legal_basis"
        case conditions

        package var title: Phrase {
            switch self {
            case .name: Phrase(vi: "Tên thủ tục", en: "Name")
            case .ministry: Phrase(vi: "Bộ quản lý", en: "Ministry")
            case .decision: Phrase(vi: "Quyết định công bố", en: "Publishing decision")
            case .levels: Phrase(vi: "Cấp thực hiện", en: "Level")
            case .kind: Phrase(vi: "Loại thủ tục", en: "Kind")
            case .field: Phrase(vi: "Lĩnh vực", en: "Field")
            case .applicants: Phrase(vi: "Đối tượng thực hiện", en: "Applicants")
            case .agencies: Phrase(vi: "Cơ quan thực hiện", en: "Agencies")
            case .steps: Phrase(vi: "Trình tự thực hiện", en: "Steps")
            case .channels: Phrase(vi: "Cách thức, thời hạn, phí và lệ phí", en: "Channels, limits and fees")
            case .papers: Phrase(vi: "Thành phần hồ sơ", en: "Papers")
            case .outcomes: Phrase(vi: "Kết quả", en: "Results")
            case .legalBasis: Phrase(vi: "Căn cứ pháp lý", en: "Legal basis")
            case .conditions: Phrase(vi: "Yêu cầu, điều kiện", en: "Conditions")
            }
        }
    }

    package var changes: [Change]

    package var isEmpty: Bool { changes.isEmpty }

    package init(from old: Procedure, to new: Procedure) {
        changes = Part.allCases.compactMap { part in
            let (before, after) = (old.lines(of: part), new.lines(of: part))
            guard before != after else { return nil }
            var (removed, added) = (before, after)
            for line in after {
                if let index = removed.firstIndex(of: line) { removed.remove(at: index) }
            }
            for line in before {
                if let index = added.firstIndex(of: line) { added.remove(at: index) }
            }
            // Only the order changed: show both whole, so that a change never looks empty.
            return removed.isEmpty && added.isEmpty
                ? Change(part: part, removed: before, added: after)
                : Change(part: part, removed: removed, added: added)
        }
    }
}

extension Procedure {
    /// One part of the record as lines that can be compared and read.
    func lines(of part: ProcedureDifference.Part) -> [String] {
        switch part {
        case .name: [name]
        case .ministry: [ministry]
        case .decision: [decision].compactMap(\.self)
        case .levels: levels.map(\.name.vi)
        case .kind: [kind].compactMap(\.self)
        case .field: [field]
        case .applicants: applicants.map(\.name.vi)
        case .agencies: [executingAgency, competentAgency, coordinatingAgency].compactMap(\.self)
        case .steps: stepsText.split(whereSeparator: \.isNewline).map(String.init)
        case .channels: channels.map(\.line)
        case .papers:
            paperCases.flatMap { each in
                (each.papers.map(\.line) + each.remarks).map { (each.name.map { "\($0): " } ?? "") + $0 }
            }
        case .outcomes: outcomes.map { "\($0.name) (\($0.code))" }
        case .legalBasis: legalBasis
        case .conditions: conditions.map { $0.split(whereSeparator: \.isNewline).map(String.init) } ?? []
        }
    }
}

extension Procedure.Channel {
    fileprivate var line: String {
        var parts = [way.name.vi]
        if let limit { parts.append(limit.phrase?.vi ?? limit.amount.vi) }
        switch cost {
        case .notStated: break
        case .free: parts.append("miễn phí")
        case .fees(let fees): parts.append(contentsOf: fees.map { "\($0.text) \($0.note ?? "")" })
        case .explained(let words): parts.append(words)
        }
        if let remark { parts.append(remark) }
        return parts.joined(separator: "; ")
    }
}

extension Procedure.Fee {
    /// `150.000 đồng`, `155 USD`.
    package var text: String {
        switch currency {
        case .dong: "\(amount.groupedByThousands) đồng"
        case .dollar: "\(amount.groupedByThousands) USD"
        }
    }
}

extension Procedure.Paper {
    fileprivate var line: String { "\(name) (\(originals ?? 0) bản chính, \(copies ?? 0) bản sao)" }
}
