import Accounts
import DesignSystem
import Directory
import Jobs
import Kernel
import Markup
import Site
import Wording

/// The jobs that wait for their turn and those that wait for an administrator.
struct JobListPage {
    static let most = 100

    let jobs: [JobQueue.Waiting]
    let counts: JobQueue.Standing
    let now: Instant
    let hasMail: Bool

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        frame.page(AdminSection.jobs.title, in: .jobs, for: visitor) {
            AdminNotice.banner(request)
            if !hasMail {
                Banner(.warning, Phrase(vi: "Chưa đặt máy chủ thư", en: "No mail server is set")) {
                    p {
                        Phrase(
                            vi:
                                "Người vận hành đặt MOTCUA_SMTP_HOST rồi khởi động lại. Tới khi đó tin về hồ sơ chỉ hiện trên cổng; thư về tài khoản chờ \(JobQueue.patience) ngày rồi bỏ.",
                            en:
                                "The operator sets MOTCUA_SMTP_HOST and starts the program again. Until then news of dossiers stays on the portal; mail about accounts waits for \(JobQueue.patience) days and is then dropped."
                        )
                    }
                }
            }
            Stats([
                .init(counts.waiting, Phrase(vi: "đang chờ", en: "waiting")),
                .init(counts.stuck, Phrase(vi: "bị kẹt", en: "stuck"), tone: counts.stuck > 0 ? .bad : .quiet),
            ])
            if jobs.isEmpty {
                EmptyState(Phrase(vi: "Không có việc nào đang chờ", en: "Nothing waits")) {
                    p(
                        Phrase(
                            vi: "Thư và việc gửi ra ngoài xuất hiện ở đây khi chưa gửi được.",
                            en: "Mail and other deliveries appear here until they are done."))
                }
            } else {
                table
                if jobs.count == Self.most {
                    p(
                        Phrase(
                            vi: "Chỉ hiện \(Self.most) việc, việc bị kẹt trước.",
                            en: "The first \(Self.most) are shown, stuck ones first."), .class("note"))
                }
            }
        }
    }

    private var table: DataTable {
        DataTable(
            AdminSection.jobs.title,
            columns: [
                .init(Phrase(vi: "Việc", en: "Job")), .init(Phrase(vi: "Tình trạng", en: "State")),
                .init(Phrase(vi: "Lần thử", en: "Attempts"), .number),
                .init(Phrase(vi: "Lỗi gần nhất", en: "Last error")),
                .init(Phrase(vi: "Thao tác", en: "Actions"), .action),
            ], rows: jobs.map(row))
    }

    private func row(_ job: JobQueue.Waiting) -> DataTable.Row {
        DataTable.Row(tone: job.isStuck ? .bad : nil) {
            Markup {
                strong { Self.name(job.kind) }
                span(
                    Phrase(vi: "ghi lúc \(job.createdAt.phrase.vi)", en: "written \(job.createdAt.phrase.en)"),
                    .class("row-name"))
            }
            Markup {
                if job.isStuck {
                    Tag(Phrase(vi: "Bị kẹt", en: "Stuck"), .bad)
                } else if job.runAt > now {
                    Tag(Phrase(vi: "Thử lại \(job.runAt.phrase.vi)", en: "Again \(job.runAt.phrase.en)"), .waiting)
                } else {
                    Tag(Phrase(vi: "Đến lượt", en: "Due"), .info)
                }
            }
            Markup.text(String(job.attempts))
            Markup.text(job.lastError ?? "–")
            Markup {
                if job.attempts > 0 || job.isStuck {
                    postForm(to: AdminPaths.jobRetry(job.id)) {
                        Button(Phrase(vi: "Thử lại ngay", en: "Try again"), .plain)
                    }
                }
                if job.isStuck {
                    a(Phrase(vi: "Bỏ việc này", en: "Give it up"), .href(AdminPaths.jobEnd(job.id)))
                }
            }
        }
    }

    static func name(_ kind: String) -> Phrase {
        switch kind {
        case Mail.jobKind: Phrase(vi: "Gửi thư", en: "Send mail")
        case AddressInquiry.kind: Phrase(vi: "Gửi liên kết tài khoản", en: "Send an account link")
        case RecalculateJob.kind: Phrase(vi: "Tính lại hạn giải quyết", en: "Count limits anew")
        default: Phrase(same: kind)
        }
    }
}

/// Asks before a stuck job is given up: it is not done later.
struct JobEndPage {
    let job: JobQueue.Waiting

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let title = Phrase(vi: "Bỏ việc này", en: "Give the job up")
        return frame.page(title, in: .jobs, for: visitor, above: [(title, "")], hasTitle: false) {
            Narrow {
                PageTitle(title, caption: JobListPage.name(job.kind))
                SummaryList([
                    .init(Phrase(vi: "Ghi lúc", en: "Written"), job.createdAt.phrase),
                    .init(Phrase(vi: "Lần thử", en: "Attempts"), String(job.attempts)),
                    .init(Phrase(vi: "Lỗi gần nhất", en: "Last error"), job.lastError ?? "–"),
                ])
                postForm(to: AdminPaths.jobEnd(job.id)) {
                    ButtonRow {
                        Button(
                            title, .danger,
                            effect: Phrase(
                                vi: "Không lấy lại được. Thư đã bỏ sẽ không đến người nhận.",
                                en: "This cannot be undone. A message given up never reaches its reader."))
                        ButtonLink(.cancel, AdminPaths.jobs(), .plain)
                    }
                }
            }
        }
    }
}
