import Catalogue
import Kernel
import Testing

@Suite(.enabled(if: NationalCatalogue.lines != nil)) struct NationalCatalogueTests {
    @Test func `every record of the national catalogue is read`() throws {
        let readings = try #require(NationalCatalogue.readings)
        #expect(readings.count == 2_066)
        #expect(readings.count { $0.procedure == nil } == 0)
        #expect(Set(readings.compactMap { $0.procedure?.code }).count == 2_066)
    }

    @Test func `every cell that is empty or not understood has its account`() throws {
        let lines = try #require(NationalCatalogue.lines)
        let readings = try #require(NationalCatalogue.readings)
        var rowsWithoutUnit = 0
        for (line, reading) in zip(lines, readings) {
            let accounts = Set(reading.accounts.map(\.cell))
            let record = try JSON(parsing: String(line))
            for (index, row) in (record["channels"]?.array ?? []).enumerated() {
                guard let limit = row["time_limit"], limit != JSON.null else {
                    #expect(accounts.contains("channels[\(index)].time_limit"), "\(record["code"]?.string ?? "")")
                    continue
                }
                guard limit["unit"] == JSON.null else { continue }
                rowsWithoutUnit += 1
                #expect(accounts.contains("channels[\(index)].time_limit.unit"), "\(record["code"]?.string ?? "")")
            }
            for (index, paperCase) in (record["dossier"]?.array ?? []).enumerated() {
                for (row, item) in (paperCase["items"]?.array ?? []).enumerated() where item["name"] == JSON.null {
                    let path = "dossier[\(index)].items[\(row)]"
                    let hasForm = item["form_file"] != JSON.null
                    #expect(
                        hasForm || accounts.contains(path + ".name") || accounts.contains(path + ".form_file"),
                        "\(record["code"]?.string ?? "") \(path)")
                }
            }
            for cell in ["dossier", "results", "legal_basis", "channels"] where record[cell]?.array?.isEmpty == true {
                #expect(accounts.contains(cell), "\(record["code"]?.string ?? "") \(cell)")
            }
        }
        #expect(rowsWithoutUnit == 732)
    }

    @Test func `nothing is taken without a unit being said, and every limit that is shown has one`() throws {
        for reading in try #require(NationalCatalogue.readings) {
            guard let procedure = reading.procedure else { continue }
            for channel in procedure.channels {
                guard let limit = channel.limit, limit.basis != .cell else { continue }
                #expect(limit.unit != nil)
                #expect(
                    reading.accounts.contains {
                        [.unitFromRemark, .unitFromSteps, .limitFromRemark].contains($0.reason)
                    })
            }
        }
    }

    @Test func `no paper asks for more copies than a person can hand in`() throws {
        for procedure in try #require(NationalCatalogue.readings).compactMap(\.procedure) {
            for paper in procedure.paperCases.flatMap(\.papers) {
                #expect((paper.originals ?? 0) < 10 && (paper.copies ?? 0) < 10, "\(procedure.code) \(paper.name)")
            }
        }
    }
}
