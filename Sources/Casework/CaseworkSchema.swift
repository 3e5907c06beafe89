package import Storage

/// The tables of dossiers.
package enum CaseworkSchema {
    package static let migrations = [
        Migration(
            "casework", 1,
            [
                """
                CREATE TABLE dossier (
                    id UUID NOT NULL PRIMARY KEY,
                    code TEXT NOT NULL UNIQUE,
                    service TEXT NOT NULL,
                    definition TEXT NOT NULL,
                    procedure_code TEXT NOT NULL,
                    agency_id TEXT NOT NULL,
                    unit_id TEXT,
                    step TEXT NOT NULL,
                    official INTEGER NOT NULL CHECK (official BETWEEN 1 AND 10),
                    assignee TEXT,
                    submitter TEXT,
                    owner_kind TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    clock JSON,
                    due_at INSTANT,
                    filed_at INSTANT NOT NULL,
                    ended_at INSTANT,
                    supplements INTEGER NOT NULL,
                    open_request TEXT,
                    has_result BOOLEAN NOT NULL,
                    rating INTEGER,
                    version INTEGER NOT NULL,
                    journal_number INTEGER NOT NULL,
                    journal_hash TEXT NOT NULL
                )
                """,
                "CREATE INDEX dossier_by_submitter ON dossier (submitter, filed_at)",
                "CREATE INDEX dossier_by_agency ON dossier (agency_id, filed_at, id)",
                """
                CREATE TABLE dossier_event (
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    number INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    at INSTANT NOT NULL,
                    actor TEXT NOT NULL,
                    actor_name TEXT,
                    schema_version INTEGER NOT NULL,
                    payload JSON NOT NULL,
                    PRIMARY KEY (dossier_id, number)
                )
                """,
                """
                CREATE TABLE dossier_content (
                    dossier_id UUID NOT NULL PRIMARY KEY REFERENCES dossier (id),
                    answers JSON NOT NULL,
                    owner JSON NOT NULL,
                    owner_name TEXT NOT NULL,
                    salt TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE dossier_key (
                    agency_id TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    value TEXT NOT NULL,
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    PRIMARY KEY (agency_id, kind, value, dossier_id)
                )
                """,
                """
                CREATE TABLE dossier_text (
                    id UUID NOT NULL PRIMARY KEY,
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    body TEXT NOT NULL,
                    salt TEXT NOT NULL
                )
                """,
                "CREATE INDEX dossier_text_by_dossier ON dossier_text (dossier_id)",
                """
                CREATE TABLE dossier_paper (
                    id UUID NOT NULL PRIMARY KEY,
                    dossier_id UUID NOT NULL,
                    paper TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('applicant', 'result')),
                    sha256 TEXT NOT NULL,
                    filename TEXT NOT NULL,
                    media_type TEXT NOT NULL,
                    size INTEGER NOT NULL,
                    added_at INSTANT NOT NULL,
                    request TEXT,
                    verdict TEXT,
                    verdict_note TEXT,
                    replaced BOOLEAN NOT NULL
                )
                """,
                "CREATE INDEX dossier_paper_by_dossier ON dossier_paper (dossier_id)",
                """
                CREATE TABLE dossier_fee (
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    fee TEXT NOT NULL,
                    title JSON NOT NULL,
                    amount MONEY NOT NULL,
                    basis TEXT,
                    paid_at INSTANT,
                    PRIMARY KEY (dossier_id, fee)
                )
                """,
                """
                CREATE TABLE supplement_request (
                    id UUID NOT NULL PRIMARY KEY,
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    items JSON NOT NULL,
                    asked_at INSTANT NOT NULL,
                    answered_at INSTANT
                )
                """,
                "CREATE INDEX supplement_request_by_dossier ON supplement_request (dossier_id)",
                """
                CREATE TABLE task (
                    dossier_id UUID NOT NULL PRIMARY KEY REFERENCES dossier (id),
                    agency_id TEXT NOT NULL,
                    unit_id TEXT,
                    role TEXT NOT NULL,
                    step TEXT NOT NULL,
                    assignee TEXT,
                    official INTEGER NOT NULL,
                    service TEXT NOT NULL,
                    opened_at INSTANT NOT NULL,
                    step_due_at INSTANT,
                    due_at INSTANT,
                    sort_at INSTANT NOT NULL
                )
                """,
                "CREATE INDEX task_inbox ON task (agency_id, role, sort_at, dossier_id)",
                """
                CREATE TABLE draft (
                    id UUID NOT NULL PRIMARY KEY,
                    account TEXT NOT NULL,
                    service TEXT NOT NULL,
                    definition TEXT NOT NULL,
                    agency_id TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    answers JSON NOT NULL,
                    owner JSON NOT NULL,
                    page TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    created_at INSTANT NOT NULL,
                    changed_at INSTANT NOT NULL
                )
                """,
                "CREATE INDEX draft_by_account ON draft (account, changed_at)",
                """
                CREATE TABLE code_block (
                    agency TEXT NOT NULL,
                    day DAY NOT NULL,
                    next_number INTEGER NOT NULL,
                    PRIMARY KEY (agency, day)
                )
                """,
                """
                CREATE TABLE rating (
                    dossier_id UUID NOT NULL PRIMARY KEY REFERENCES dossier (id),
                    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
                    comment TEXT,
                    at INSTANT NOT NULL
                )
                """,
            ]),
        Migration(
            "casework", 2,
            [
                """
                CREATE TABLE supplement_draft (
                    request UUID NOT NULL PRIMARY KEY REFERENCES supplement_request (id),
                    answers JSON NOT NULL,
                    changed_at INSTANT NOT NULL
                )
                """
            ]),
        Migration(
            "casework", 3,
            [
                "CREATE INDEX task_open ON task (agency_id, sort_at, dossier_id)",
                """
                CREATE TABLE handed_paper (
                    dossier_id UUID NOT NULL,
                    paper TEXT NOT NULL,
                    form TEXT NOT NULL CHECK (form IN ('original', 'certified', 'copy')),
                    PRIMARY KEY (dossier_id, paper)
                )
                """,
            ]),
        Migration(
            "casework", 4,
            [
                "DROP INDEX dossier_by_submitter",
                "CREATE INDEX dossier_of_submitter ON dossier (submitter, filed_at, id)",
            ]),
        Migration(
            "casework", 5,
            [
                """
                CREATE TABLE sent_bytes (
                    account TEXT NOT NULL,
                    day DAY NOT NULL,
                    bytes INTEGER NOT NULL,
                    PRIMARY KEY (account, day)
                )
                """
            ]),
        Migration(
            "casework", 6,
            [
                """
                CREATE INDEX dossier_ended ON dossier (agency_id, ended_at, id) WHERE ended_at IS NOT NULL
                """
            ]),
        Migration("casework", 7, ["CREATE INDEX dossier_paper_by_content ON dossier_paper (sha256)"]),
        Migration("casework", 8, ["ALTER TABLE supplement_request ADD COLUMN salt TEXT NOT NULL DEFAULT ''"]),
        Migration(
            "casework", 9,
            [
                "ALTER TABLE draft ADD COLUMN origins JSON", "ALTER TABLE dossier_content ADD COLUMN origins JSON",
            ]),
        // What was found about a paper is told by the events, with words that they commit to; what was found before they
        // did is kept as it is.
        Migration(
            "casework", 10,
            [
                "ALTER TABLE dossier_paper DROP COLUMN verdict",
                "ALTER TABLE dossier_paper RENAME COLUMN verdict_note TO earlier_note",
            ]),
        // A draft definition is run against the dossiers of its procedure, the newest first.
        Migration(
            "casework", 11, ["CREATE INDEX dossier_of_procedure ON dossier (procedure_code, filed_at, id)"]),
        Migration(
            "casework", 12,
            [
                "ALTER TABLE dossier ADD COLUMN counted_since INSTANT",
                "ALTER TABLE dossier ADD COLUMN waiting_since INSTANT",
                "ALTER TABLE dossier ADD COLUMN branches JSON",
                "ALTER TABLE dossier ADD COLUMN fired JSON",
                "DROP INDEX task_inbox",
                "DROP INDEX task_open",
                "ALTER TABLE task RENAME TO task_before",
                """
                CREATE TABLE task (
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    branch TEXT NOT NULL,
                    is_guest BOOLEAN NOT NULL,
                    agency_id TEXT NOT NULL,
                    unit_id TEXT,
                    role TEXT NOT NULL,
                    step TEXT NOT NULL,
                    assignee TEXT,
                    official INTEGER NOT NULL,
                    service TEXT NOT NULL,
                    opened_at INSTANT NOT NULL,
                    step_due_at INSTANT,
                    due_at INSTANT,
                    sort_at INSTANT NOT NULL,
                    reminded BOOLEAN NOT NULL,
                    timer_at INSTANT,
                    PRIMARY KEY (dossier_id, branch)
                )
                """,
                """
                INSERT INTO task (dossier_id, branch, is_guest, agency_id, unit_id, role, step, assignee, official, service,
                    opened_at, step_due_at, due_at, sort_at, reminded, timer_at)
                SELECT dossier_id, '', FALSE, agency_id, unit_id, role, step, assignee, official, service, opened_at,
                    step_due_at, due_at, sort_at, FALSE, NULL FROM task_before
                """,
                "DROP TABLE task_before",
                "CREATE INDEX task_inbox ON task (agency_id, role, sort_at, dossier_id, branch)",
                "CREATE INDEX task_open ON task (agency_id, sort_at, dossier_id, branch)",
                "CREATE INDEX task_timer ON task (timer_at) WHERE timer_at IS NOT NULL",
                """
                CREATE TABLE result_number (
                    agency_id TEXT NOT NULL,
                    series TEXT NOT NULL,
                    year INTEGER NOT NULL,
                    last INTEGER NOT NULL,
                    PRIMARY KEY (agency_id, series, year)
                )
                """,
            ]),
        // What a case answered under an earlier version of its service; results that are there sort behind open work.
        Migration(
            "casework", 13,
            [
                "ALTER TABLE dossier_content ADD COLUMN kept JSON",
                "UPDATE task SET sort_at = 253370764800000000 WHERE official = 9 AND step_due_at IS NULL AND branch = ''",
            ]),
        // When somebody was given a case last by the rule of a step.
        Migration(
            "casework", 14,
            [
                """
                CREATE TABLE task_turn (
                    agency_id TEXT NOT NULL,
                    account TEXT NOT NULL,
                    given_at INSTANT NOT NULL,
                    PRIMARY KEY (agency_id, account)
                )
                """
            ]),
        // A paper that was handed in with an earlier dossier says with which.
        Migration("casework", 15, ["ALTER TABLE dossier_paper ADD COLUMN origin JSON"]),
        // The case at another agency of which a dossier is the child: one for each question of a branch.
        Migration(
            "casework", 16,
            [
                "ALTER TABLE dossier ADD COLUMN origin JSON",
                "ALTER TABLE dossier ADD COLUMN origin_id UUID",
                "ALTER TABLE dossier ADD COLUMN origin_branch TEXT",
                "ALTER TABLE dossier ADD COLUMN origin_round INTEGER",
                """
                CREATE UNIQUE INDEX dossier_of_origin ON dossier (origin_id, origin_branch, origin_round)
                WHERE origin_id IS NOT NULL
                """,
            ]),
        RegisterSchema.first,
    ]
}
