import Kernel
package import Site

/// The places of administration that the directory answers. Other rooms put theirs below `/quan-tri` too.
package enum AdministrationPaths {
    package static let overview = PlainPlace("/quan-tri")
    package static let agencies = PlainPlace("/quan-tri/co-quan")
    package static let newAgency = PlainPlace("/quan-tri/co-quan/them")
    package static let agencyImport = PlainPlace("/quan-tri/co-quan/nhap")
    static let agencyTemplate = PlainPlace("/quan-tri/co-quan/nhap/mau.csv")
    package static let agency = Place<Agency.ID>("/quan-tri/co-quan/{}")
    static let agencyName = Place<Agency.ID>("/quan-tri/co-quan/{}/ten")
    static let agencyDetails = Place<Agency.ID>("/quan-tri/co-quan/{}/thong-tin")
    static let agencyEnd = Place<Agency.ID>("/quan-tri/co-quan/{}/cham-dut")
    /// The officials, which the room of accounts answers; `co-quan` asks for those of one agency.
    package static let officials = PlainPlace("/quan-tri/can-bo")
    package static let newOfficial = PlainPlace("/quan-tri/can-bo/them")
    package static let calendars = PlainPlace("/quan-tri/lich")
    static let newCalendar = PlainPlace("/quan-tri/lich/them")
    static let calendar = Place<String>("/quan-tri/lich/{}")
    static let calendarHours = Place<String>("/quan-tri/lich/{}/gio")
    static let calendarYears = Place<String>("/quan-tri/lich/{}/nam")
    package static let calendarYear = Place<String, Int>("/quan-tri/lich/{}/nam/{}")
}
