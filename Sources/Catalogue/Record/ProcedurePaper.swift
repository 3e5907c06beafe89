extension Procedure {
    /// The papers of one case (thành phần hồ sơ theo trường hợp). Some of the source's cases are only remarks.
    package struct PaperCase: Codable, Hashable, Sendable {
        /// Nil when the papers hold for everybody.
        package var name: String?
        package var papers: [Paper]
        /// Lines that stand among the papers and ask for none ("Lưu ý: …").
        package var remarks: [String]
    }

    /// A paper to hand in or show (giấy tờ).
    package struct Paper: Codable, Hashable, Sendable {
        package var name: String
        /// The file name of the form to fill in.
        package var formFile: String?
        /// How many originals and copies; nil when the source's number cannot be true.
        package var originals: Int?
        package var copies: Int?
    }
}
