import Kernel
import Storage

/// Finds the counter that receives for an agency (NĐ 118/2025/NĐ-CP: one desk for a commune, one for a province).
enum DeskSearch {
    static func desk(for id: Agency.ID, on day: Day, in tx: any Transaction) throws -> Agency? {
        for agency in try AgencyStore.path(to: id, in: tx).reversed() {
            if agency.kind == .desk, agency.validity.contains(day) { return agency }
            let desks = try AgencyStore.children(of: agency.id, in: tx)
                .filter { $0.kind == .desk && $0.validity.contains(day) }
            if let desk = desks.min(by: { ($0.validity.from, $0.id) < ($1.validity.from, $1.id) }) { return desk }
            if try PostStore.hasHolder(in: agency.id, role: .oneStop, on: day, in: tx) { return agency }
        }
        return nil
    }
}
