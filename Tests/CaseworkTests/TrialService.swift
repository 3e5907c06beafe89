import Catalogue
import Foundation
import Kernel
import TestKit

/// A service of the tests' own with every kind of question, papers by case, a fee, and a short way through the desk.
enum TrialService {
    /// - Parameters:
    ///   - clock: whether a supplement restarts or resumes the clock.
    ///   - more: further questions of the page about the person.
    ///   - limit: how long the case may take.
    ///   - needsResult: whether signing asks for the result's file.
    ///   - channels: the ways in which it may be filed.
    ///   - template: of the result, as further keys of it.
    ///   - texts: further blocks of the definition: messages, registers.
    ///   - number: the series of the results.
    ///   - due: when the fee is due, with what becomes of it.
    static func make(
        clock: String = "restart", times: Int = 1, more: String = "", limit: String = "5 working_days",
        needsResult: Bool = false, template: String = "", texts: String = "", number: String? = nil,
        channels: String = "online, counter, post",
        due: String = "due: result"
    ) throws -> CompiledService {
        let text = """
            service: thu-nghiem
            procedure: "1.000001"
            effective_from: 2026-01-01
            title: Dịch vụ thử | Trial service
            owners: [self, child, organisation]
            channels: [\(channels)]
            limit: \(limit)
            supplement: {times: \(times), clock: \(clock)}
            result: {title: Giấy thử, ways: [counter, post, online]\(template)}
            \(texts)
            form:
              person:
                title: Người yêu cầu | The person
                about: submitter
                fields:
                  full_name: {label: Họ tên | Name, minimum: 2}
                  citizen_number: {kind: citizen_number, label: Số định danh | Number}
                  phone: {kind: phone, label: Điện thoại | Telephone, required: false}
                  birth_day: {kind: date, label: Ngày sinh | Birth, required: false}
                  home:
                    kind: composite
                    label: Nơi ở | Home
                    required: false
                    fields:
                      province: {kind: province, label: Tỉnh | Province}
                      commune: {kind: commune, label: Xã | Commune}
            \(more)
              matter:
                title: Việc | The matter
                fields:
                  reason: {kind: long_text, label: Lý do | Reason}
                  is_married: {kind: yes_no, label: Đã kết hôn? | Married?}
                  photo: {kind: file, label: Ảnh | Photograph, required: false}
              spouse:
                title: Vợ chồng | Spouse
                when: matter.is_married
                fields:
                  name: {label: Họ tên | Name}
              members:
                title: Thành viên | Members
                fields:
                  people:
                    kind: group
                    label: Người | Person
                    required: false
                    maximum: 3
                    fields:
                      name: {label: Họ tên | Name}
                      age: {kind: number, label: Tuổi | Age, required: false}
            papers:
              form: {title: Tờ khai, form: true}
              proof: {title: Giấy chứng minh, copies: 1}
              marriage: {title: Giấy chứng nhận kết hôn, copies: 1, when: matter.is_married}
              extra: {title: Giấy tờ khác, copies: 1, required: false}
              identity: {title: Thẻ căn cước, shown: true}
            fees:
              copies: {title: Phí bản sao | Copies, amount: if matter.is_married then 16000 else 8000, basis: 1/2016/TT-BTC, \(due)}
            steps:
              reception:
                title: Tiếp nhận | Reception
                role: one_stop
                official: 1
                acts:
                  receive: {title: Tiếp nhận | Receive, kind: receive, to: work}
                  supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
              work:
                title: Thẩm định | Appraisal
                role: specialist
                official: 4
                limit: 2 working_days
                acts:
                  propose: {title: Trình | Propose, to: signing}
                  supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
                  stop: {title: Dừng giải quyết | Stop, kind: refuse}
              signing:
                title: Ký | Signature
                role: leader
                official: 4
                acts:
                  sign: {title: Ký | Sign, kind: finish, to: handing, needs_result: \(needsResult)\(number.map { ", number: \($0)" } ?? "")}
                  back: {title: Trả lại | Send back, to: work, back: true}
                  refuse: {title: Từ chối | Refuse, kind: refuse}
              handing:
                title: Trả kết quả | Handing over
                role: one_stop
                official: 9
                acts:
                  give: {title: Trả kết quả | Give, kind: give}
            """
        let library = DefinitionLibrary()
        switch DefinitionReader(library: library).read(text, file: "thu-nghiem.yaml") {
        case .failure(let problems): throw problems
        case .success(let definition): return try CompiledService(try PublishedDefinition(definition))
        }
    }

    /// Answers with which the service can be filed.
    static let answers: JSON = [
        "person": ["full_name": "Trần Thị Bưởi (mẫu)", "citizen_number": "011190000123", "phone": "0912345678"],
        "matter": ["reason": "Cần giấy", "is_married": false],
        "members": [:],
    ]
}
