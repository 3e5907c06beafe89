CREATE TABLE access_record (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    dossier_id TEXT,
    official TEXT NOT NULL,
    agency TEXT NOT NULL,
    purpose TEXT NOT NULL,
    at INTEGER NOT NULL
, account TEXT) STRICT;

CREATE INDEX access_record_by_person ON access_record (person, at);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'official')),
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    email_confirmed_at INTEGER,
    phone TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    name_folded TEXT NOT NULL,
    citizen_number TEXT UNIQUE,
    assurance TEXT NOT NULL CHECK (assurance IN ('declared', 'counter')),
    password TEXT,
    totp_secret BLOB,
    totp_confirmed_at INTEGER,
    totp_last_step INTEGER,
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    version INTEGER NOT NULL, declared_number TEXT, registrations INTEGER NOT NULL DEFAULT 1, keeper_id TEXT REFERENCES agency (id),
    CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL)
) STRICT;

CREATE INDEX account_by_name ON account (kind, name_folded, id);

CREATE TABLE account_identity (
    provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (provider, subject)
) STRICT;

CREATE INDEX account_identity_by_account ON account_identity (account_id);

CREATE TABLE account_link (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    purpose TEXT NOT NULL,
    detail TEXT,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

CREATE INDEX account_link_by_account ON account_link (account_id, purpose);

CREATE INDEX account_link_by_end ON account_link (ends_at);

CREATE TABLE agency (
    id TEXT NOT NULL PRIMARY KEY,
    parent_id TEXT REFERENCES agency (id),
    kind TEXT NOT NULL
        CHECK (kind IN ('root', 'province', 'department', 'commune', 'unit', 'desk')),
    code TEXT UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    name_en TEXT,
    territory_code TEXT REFERENCES territory (code),
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    calendar_name TEXT REFERENCES calendar (name),
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    successor_id TEXT REFERENCES agency (id),
    version INTEGER NOT NULL,
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
) STRICT;

CREATE INDEX agency_by_parent ON agency (parent_id);

CREATE INDEX agency_by_territory ON agency (territory_code);

CREATE TABLE agency_name (
    agency_id TEXT NOT NULL REFERENCES agency (id),
    valid_from TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT,
    PRIMARY KEY (agency_id, valid_from)
) STRICT;

CREATE TABLE calendar (
    name TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE catalogue_state (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL) STRICT;

CREATE TABLE code_block (
    agency TEXT NOT NULL,
    day TEXT NOT NULL,
    next_number INTEGER NOT NULL,
    PRIMARY KEY (agency, day)
) STRICT;

CREATE TABLE delegation (
    id TEXT NOT NULL PRIMARY KEY,
    post_id TEXT NOT NULL REFERENCES post (id),
    account_id TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    revoked_at INTEGER,
    CHECK (ends_at > starts_at)
) STRICT;

CREATE INDEX delegation_by_account ON delegation (account_id, ends_at);

CREATE INDEX delegation_by_post ON delegation (post_id, ends_at);

CREATE TABLE dossier (
    id TEXT NOT NULL PRIMARY KEY,
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
    clock TEXT,
    due_at INTEGER,
    filed_at INTEGER NOT NULL,
    ended_at INTEGER,
    supplements INTEGER NOT NULL,
    open_request TEXT,
    has_result INTEGER NOT NULL,
    rating INTEGER,
    version INTEGER NOT NULL,
    journal_number INTEGER NOT NULL,
    journal_hash TEXT NOT NULL
, counted_since INTEGER, waiting_since INTEGER, branches TEXT, fired TEXT, origin TEXT, origin_id TEXT, origin_branch TEXT, origin_round INTEGER) STRICT;

CREATE INDEX dossier_by_agency ON dossier (agency_id, filed_at, id);

CREATE INDEX dossier_ended ON dossier (agency_id, ended_at, id) WHERE ended_at IS NOT NULL;

CREATE UNIQUE INDEX dossier_of_origin ON dossier (origin_id, origin_branch, origin_round)
WHERE origin_id IS NOT NULL;

CREATE INDEX dossier_of_procedure ON dossier (procedure_code, filed_at, id);

CREATE INDEX dossier_of_submitter ON dossier (submitter, filed_at, id);

CREATE TABLE dossier_content (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    answers TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    salt TEXT NOT NULL
, origins TEXT, kept TEXT) STRICT;

CREATE TABLE dossier_event (
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    actor_name TEXT,
    schema_version INTEGER NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (dossier_id, number)
) STRICT;

CREATE TABLE dossier_fee (
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    fee TEXT NOT NULL,
    title TEXT NOT NULL,
    amount INTEGER NOT NULL,
    basis TEXT,
    paid_at INTEGER,
    PRIMARY KEY (dossier_id, fee)
) STRICT;

CREATE TABLE dossier_key (
    agency_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    PRIMARY KEY (agency_id, kind, value, dossier_id)
) STRICT;

CREATE TABLE dossier_paper (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL,
    paper TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('applicant', 'result')),
    sha256 TEXT NOT NULL,
    filename TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    request TEXT,
    earlier_note TEXT,
    replaced INTEGER NOT NULL
, origin TEXT) STRICT;

CREATE INDEX dossier_paper_by_content ON dossier_paper (sha256);

CREATE INDEX dossier_paper_by_dossier ON dossier_paper (dossier_id);

CREATE TABLE dossier_text (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    body TEXT NOT NULL,
    salt TEXT NOT NULL
) STRICT;

CREATE INDEX dossier_text_by_dossier ON dossier_text (dossier_id);

CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    service TEXT NOT NULL,
    definition TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    answers TEXT NOT NULL,
    owner TEXT NOT NULL,
    page TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
, origins TEXT) STRICT;

CREATE INDEX draft_by_account ON draft (account, changed_at);

CREATE TABLE earlier_territory (
    code TEXT NOT NULL PRIMARY KEY,
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune')),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    parent_code TEXT REFERENCES earlier_territory (code),
    valid_until TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((level = 'province') = (parent_code IS NULL))
) STRICT;

CREATE INDEX earlier_territory_by_change ON earlier_territory (changed_at);

CREATE INDEX earlier_territory_by_parent ON earlier_territory (parent_code);

CREATE TABLE handed_paper (
    dossier_id TEXT NOT NULL,
    paper TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('original', 'certified', 'copy')),
    PRIMARY KEY (dossier_id, paper)
) STRICT;

CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_until INTEGER,
    last_error TEXT,
    stuck_at INTEGER
) STRICT;

CREATE INDEX job_by_lane ON job (lane, created_at, id);

CREATE INDEX job_due ON job (run_at) WHERE stuck_at IS NULL;

CREATE INDEX job_stuck ON job (stuck_at) WHERE stuck_at IS NOT NULL;

CREATE TABLE journal_entry (
    id TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    entry_hash TEXT NOT NULL,
    has_leaf INTEGER NOT NULL,
    UNIQUE (subject, subject_id, number)
) STRICT;

CREATE INDEX journal_entry_without_leaf ON journal_entry (id) WHERE NOT has_leaf;

CREATE TABLE log_checkpoint (
    size INTEGER NOT NULL PRIMARY KEY,
    root TEXT NOT NULL,
    edge TEXT NOT NULL,
    at INTEGER NOT NULL,
    signature TEXT NOT NULL
) STRICT;

CREATE TABLE log_leaf (
    position INTEGER NOT NULL PRIMARY KEY,
    entry_id TEXT NOT NULL UNIQUE,
    leaf_hash TEXT NOT NULL
) STRICT;

CREATE TABLE mandate (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL CHECK (kind IN ('legal_representative', 'parent', 'authorised')),
    organisation_id TEXT REFERENCES organisation (id),
    name TEXT NOT NULL,
    citizen_number TEXT,
    born_on TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    created_at INTEGER NOT NULL,
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
) STRICT;

CREATE INDEX mandate_by_account ON mandate (account_id);

CREATE TABLE migration (feature TEXT NOT NULL, number BIGINT NOT NULL, checksum TEXT NOT NULL, PRIMARY KEY (feature, number));

CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    dossier_id TEXT REFERENCES dossier (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;

CREATE INDEX notice_by_account ON notice (account, at, id);

CREATE INDEX notice_by_dossier ON notice (dossier_id);

CREATE INDEX notice_unread ON notice (account) WHERE read_at IS NULL;

CREATE TABLE office_invitation (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    agency_id TEXT NOT NULL REFERENCES agency (id),
    role TEXT NOT NULL
        CHECK (role IN ('one_stop', 'specialist', 'head', 'leader', 'administrator')),
    title TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    inviter_id TEXT,
    inviter_post_id TEXT REFERENCES post (id),
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;

CREATE INDEX office_invitation_by_account ON office_invitation (account_id);

CREATE INDEX office_invitation_open ON office_invitation (agency_id, created_at) WHERE answered_at IS NULL;

CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    tax_code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE parked_form (
    id_hash TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    body TEXT NOT NULL,
    ends_at INTEGER NOT NULL
, account TEXT, visit_hash TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX parked_form_by_end ON parked_form (ends_at);

CREATE TABLE payment (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    agency_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    method TEXT NOT NULL CHECK (method IN ('cash', 'transfer')),
    payer TEXT NOT NULL,
    official TEXT NOT NULL,
    official_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    voided_at INTEGER,
    voided_on TEXT,
    voided_by TEXT,
    voided_by_name TEXT,
    void_reason TEXT,
    UNIQUE (agency_id, year, number),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
    CHECK ((voided_at IS NULL) = (voided_on IS NULL)),
    CHECK ((voided_at IS NULL) = (voided_by IS NULL))
) STRICT;

CREATE INDEX payment_by_day ON payment (agency_id, day, number);

CREATE INDEX payment_by_dossier ON payment (dossier_id, number);

CREATE INDEX payment_by_official ON payment (agency_id, day, official, number);

CREATE INDEX payment_by_voiding ON payment (agency_id, voided_on, number) WHERE voided_on IS NOT NULL;

CREATE TABLE payment_item (
    payment_id TEXT NOT NULL REFERENCES payment (id),
    fee TEXT NOT NULL,
    title TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    basis TEXT,
    PRIMARY KEY (payment_id, fee)
) STRICT;

CREATE TABLE post (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    agency_id TEXT NOT NULL REFERENCES agency (id),
    role TEXT NOT NULL
        CHECK (role IN ('one_stop', 'specialist', 'head', 'leader', 'administrator')),
    title TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
) STRICT;

CREATE INDEX post_by_account ON post (account_id);

CREATE INDEX post_by_agency ON post (agency_id, role);

CREATE UNIQUE INDEX post_once ON post (account_id, agency_id, role) WHERE valid_until IS NULL;

CREATE TABLE procedure_record (
    code TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE procedure_version (
    code TEXT NOT NULL REFERENCES procedure_record (code),
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    difference TEXT,
    imported_at INTEGER NOT NULL,
    PRIMARY KEY (code, version)
) STRICT;

CREATE TABLE rate_window (
    bucket TEXT NOT NULL,
    window_number INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (bucket, window_number)
) STRICT;

CREATE INDEX rate_window_by_end ON rate_window (ends_at);

CREATE TABLE rating (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    comment TEXT,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE receipt_series (
    agency_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    last_number INTEGER NOT NULL CHECK (last_number BETWEEN 1 AND 99999999),
    PRIMARY KEY (agency_id, year)
) STRICT;

CREATE TABLE register_content (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES register_entry (id),
    content TEXT NOT NULL,
    salt TEXT NOT NULL
) STRICT;

CREATE TABLE register_entry (
    id TEXT NOT NULL PRIMARY KEY,
    agency_id TEXT NOT NULL,
    register TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    series TEXT,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    definition TEXT NOT NULL,
    entered_on TEXT NOT NULL,
    struck_on TEXT
) STRICT;

CREATE UNIQUE INDEX register_entry_in_order ON register_entry (agency_id, register, year, number);

CREATE INDEX register_entry_of_dossier ON register_entry (dossier_id);

CREATE TABLE register_key (
    agency_id TEXT NOT NULL,
    register TEXT NOT NULL,
    value TEXT NOT NULL,
    entry_id TEXT NOT NULL REFERENCES register_entry (id),
    PRIMARY KEY (agency_id, register, value, entry_id)
) STRICT;

CREATE TABLE result_number (
    agency_id TEXT NOT NULL,
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (agency_id, series, year)
) STRICT;

CREATE TABLE sent_bytes (
    account TEXT NOT NULL,
    day TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (account, day)
) STRICT;

CREATE TABLE service_definition (
    hash TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    document TEXT NOT NULL,
    published_at INTEGER NOT NULL
) STRICT;

CREATE INDEX service_definition_by_service ON service_definition (service, effective_from);

CREATE TABLE service_draft (
    id TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    title TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'published')),
    text TEXT NOT NULL,
    missing TEXT NOT NULL,
    version INTEGER NOT NULL,
    note TEXT,
    hash TEXT,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX service_draft_by_change ON service_draft (changed_at, id);

CREATE TABLE service_draft_change (
    draft_id TEXT NOT NULL REFERENCES service_draft (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    what TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (draft_id, number)
) STRICT;

CREATE TABLE service_offer (
    agency_id TEXT NOT NULL,
    service TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (agency_id, service)
) STRICT;

CREATE INDEX service_offer_by_service ON service_offer (service, agency_id);

CREATE TABLE service_retirement (
    service TEXT NOT NULL PRIMARY KEY,
    retired_on TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    secret_hash TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id),
    post_id TEXT REFERENCES post (id),
    browser TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE INDEX session_by_account ON session (account_id, ends_at);

CREATE INDEX session_by_end ON session (ends_at);

CREATE TABLE sign_in_guard (
    key TEXT NOT NULL PRIMARY KEY,
    failed_tries INTEGER NOT NULL,
    locked_until INTEGER,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_in_guard_by_change ON sign_in_guard (changed_at);

CREATE TABLE supplement_draft (
    request TEXT NOT NULL PRIMARY KEY REFERENCES supplement_request (id),
    answers TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE supplement_request (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    items TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    answered_at INTEGER
, salt TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX supplement_request_by_dossier ON supplement_request (dossier_id);

CREATE TABLE task (
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    branch TEXT NOT NULL,
    is_guest INTEGER NOT NULL,
    agency_id TEXT NOT NULL,
    unit_id TEXT,
    role TEXT NOT NULL,
    step TEXT NOT NULL,
    assignee TEXT,
    official INTEGER NOT NULL,
    service TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    step_due_at INTEGER,
    due_at INTEGER,
    sort_at INTEGER NOT NULL,
    reminded INTEGER NOT NULL,
    timer_at INTEGER,
    PRIMARY KEY (dossier_id, branch)
) STRICT;

CREATE INDEX task_inbox ON task (agency_id, role, sort_at, dossier_id, branch);

CREATE INDEX task_open ON task (agency_id, sort_at, dossier_id, branch);

CREATE INDEX task_timer ON task (timer_at) WHERE timer_at IS NOT NULL;

CREATE TABLE task_turn (
    agency_id TEXT NOT NULL,
    account TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (agency_id, account)
) STRICT;

CREATE TABLE territory (
    code TEXT NOT NULL PRIMARY KEY,
    level TEXT NOT NULL CHECK (level IN ('province', 'commune')),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    parent_code TEXT REFERENCES territory (code),
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    CHECK ((level = 'province') = (parent_code IS NULL))
) STRICT;

CREATE INDEX territory_by_parent ON territory (parent_code);

CREATE TABLE territory_successor (
    earlier_code TEXT NOT NULL REFERENCES earlier_territory (code),
    territory_code TEXT NOT NULL REFERENCES territory (code),
    PRIMARY KEY (earlier_code, territory_code)
) STRICT;

CREATE INDEX territory_successor_by_successor ON territory_successor (territory_code);
