import Kernel

extension WorkingCalendar {
    /// The holidays and swapped days of civil servants that the project knows, to start from.
    ///
    /// Bộ luật Lao động 2019, Đ.112 and the yearly announcements; each year names what it was taken from. 24/11 (NQ
    /// 80-NQ/TW of 07/01/2026, NQ 30/NQ-CP) stands in it as a day that does not apply, until the Code says so.
    package static let national: WorkingCalendar =
        (try? WorkingCalendar(parsing: nationalText))
        ?? WorkingCalendar(code: "national", name: Phrase(vi: "Lịch quốc gia", en: "The national calendar"))

    private static let nationalText = """
        {
          "code": "national",
          "name": {"vi": "Lịch quốc gia", "en": "The national calendar"},
          "cut_off": "15:00",
          "hours": {
            "monday": ["07:30-11:30", "13:30-17:30"],
            "tuesday": ["07:30-11:30", "13:30-17:30"],
            "wednesday": ["07:30-11:30", "13:30-17:30"],
            "thursday": ["07:30-11:30", "13:30-17:30"],
            "friday": ["07:30-11:30", "13:30-17:30"]
          },
          "years": {
            "2024": {
              "source": "Bộ luật Lao động 2019, Đ.112; nghỉ Tết và hoán đổi ngày 29/04: chưa đối chiếu văn bản",
              "holidays": [
                {"from": "2024-01-01", "name": {"vi": "Tết Dương lịch", "en": "New Year"}},
                {"from": "2024-02-08", "to": "2024-02-14", "name": {"vi": "Tết Nguyên đán", "en": "Lunar New Year"}},
                {"from": "2024-04-18", "name": {"vi": "Giỗ Tổ Hùng Vương", "en": "Hùng Kings' Day"}},
                {"from": "2024-04-27", "to": "2024-05-01", "name":
                  {"vi": "Ngày Chiến thắng và Quốc tế Lao động", "en": "Victory Day and Labour Day"}},
                {"from": "2024-08-31", "to": "2024-09-03", "name": {"vi": "Quốc khánh", "en": "National Day"}}
              ],
              "make_up_days": [{"day": "2024-05-04", "replaces": "2024-04-29"}]
            },
            "2025": {
              "source": "Bộ luật Lao động 2019, Đ.112 và thông báo nghỉ Tết, nghỉ lễ năm 2025",
              "holidays": [
                {"from": "2025-01-01", "name": {"vi": "Tết Dương lịch", "en": "New Year"}},
                {"from": "2025-01-25", "to": "2025-02-02", "name": {"vi": "Tết Nguyên đán", "en": "Lunar New Year"}},
                {"from": "2025-04-07", "name": {"vi": "Giỗ Tổ Hùng Vương", "en": "Hùng Kings' Day"}},
                {"from": "2025-04-30", "to": "2025-05-04", "name":
                  {"vi": "Ngày Chiến thắng và Quốc tế Lao động", "en": "Victory Day and Labour Day"}},
                {"from": "2025-08-30", "to": "2025-09-02", "name": {"vi": "Quốc khánh", "en": "National Day"}}
              ],
              "make_up_days": [{"day": "2025-04-26", "replaces": "2025-05-02"}]
            },
            "2026": {
              "source": "Bộ luật Lao động 2019, Đ.112; văn bản 12729/VPCP-KGVX ngày 25/12/2025 (hoán đổi ngày 02/01)",
              "holidays": [
                {"from": "2026-01-01", "to": "2026-01-02", "name": {"vi": "Tết Dương lịch", "en": "New Year"}},
                {"from": "2026-02-14", "to": "2026-02-22", "name": {"vi": "Tết Nguyên đán", "en": "Lunar New Year"}},
                {"from": "2026-04-26", "to": "2026-04-27", "name":
                  {"vi": "Giỗ Tổ Hùng Vương", "en": "Hùng Kings' Day"}},
                {"from": "2026-04-30", "to": "2026-05-03", "name":
                  {"vi": "Ngày Chiến thắng và Quốc tế Lao động", "en": "Victory Day and Labour Day"}},
                {"from": "2026-08-29", "to": "2026-09-02", "name": {"vi": "Quốc khánh", "en": "National Day"}},
                {"from": "2026-11-24", "applies": false, "name":
                  {"vi": "Ngày Văn hóa Việt Nam", "en": "Vietnamese Culture Day"}}
              ],
              "make_up_days": [
                {"day": "2026-01-10", "replaces": "2026-01-02"},
                {"day": "2026-08-22", "replaces": "2026-08-31"}
              ]
            },
            "2027": {
              "provisional": true,
              "source": "Tạm tính theo Bộ luật Lao động 2019, Đ.112; chưa có thông báo",
              "holidays": [
                {"from": "2027-01-01", "name": {"vi": "Tết Dương lịch", "en": "New Year"}},
                {"from": "2027-02-04", "to": "2027-02-10", "name": {"vi": "Tết Nguyên đán", "en": "Lunar New Year"}},
                {"from": "2027-04-16", "name": {"vi": "Giỗ Tổ Hùng Vương", "en": "Hùng Kings' Day"}},
                {"from": "2027-04-30", "to": "2027-05-03", "name":
                  {"vi": "Ngày Chiến thắng và Quốc tế Lao động", "en": "Victory Day and Labour Day"}},
                {"from": "2027-09-02", "to": "2027-09-03", "name": {"vi": "Quốc khánh", "en": "National Day"}},
                {"from": "2027-11-24", "applies": false, "name":
                  {"vi": "Ngày Văn hóa Việt Nam", "en": "Vietnamese Culture Day"}}
              ]
            }
          }
        }
        """
}
