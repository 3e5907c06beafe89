CREATE TABLE access_record (
    id uuid NOT NULL,
    person text COLLATE "C" NOT NULL,
    dossier_id text COLLATE "C",
    official text COLLATE "C" NOT NULL,
    agency text COLLATE "C" NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    account text COLLATE "C",
    CONSTRAINT access_record_pkey PRIMARY KEY (id)
);
CREATE INDEX access_record_by_person ON access_record USING btree (person, at);

CREATE TABLE account (
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    email_folded text COLLATE "C" NOT NULL,
    email_confirmed_at bigint,
    phone text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    citizen_number text COLLATE "C",
    assurance text COLLATE "C" NOT NULL,
    password text COLLATE "C",
    totp_secret bytea,
    totp_confirmed_at bigint,
    totp_last_step bigint,
    created_at bigint NOT NULL,
    closed_at bigint,
    version bigint NOT NULL,
    declared_number text COLLATE "C",
    registrations bigint NOT NULL DEFAULT 1,
    keeper_id uuid,
    CONSTRAINT account_assurance_check CHECK ((assurance = ANY (ARRAY['declared'::text, 'counter'::text]))),
    CONSTRAINT account_check CHECK (((totp_confirmed_at IS NULL) OR (totp_secret IS NOT NULL))),
    CONSTRAINT account_citizen_number_key UNIQUE (citizen_number),
    CONSTRAINT account_email_folded_key UNIQUE (email_folded),
    CONSTRAINT account_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES agency(id),
    CONSTRAINT account_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'official'::text]))),
    CONSTRAINT account_name_check CHECK ((name <> ''::text)),
    CONSTRAINT account_pkey PRIMARY KEY (id)
);
CREATE INDEX account_by_name ON account USING btree (kind, name_folded, id);

CREATE TABLE account_identity (
    provider text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    account_id uuid NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT account_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
    CONSTRAINT account_identity_pkey PRIMARY KEY (provider, subject)
);
CREATE INDEX account_identity_by_account ON account_identity USING btree (account_id);

CREATE TABLE account_link (
    secret_hash text COLLATE "C" NOT NULL,
    account_id uuid NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    detail text COLLATE "C",
    created_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT account_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
    CONSTRAINT account_link_pkey PRIMARY KEY (secret_hash)
);
CREATE INDEX account_link_by_account ON account_link USING btree (account_id, purpose);
CREATE INDEX account_link_by_end ON account_link USING btree (ends_at);

CREATE TABLE agency (
    id uuid NOT NULL,
    parent_id uuid,
    kind text COLLATE "C" NOT NULL,
    code text COLLATE "C",
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C",
    territory_code text COLLATE "C",
    address text COLLATE "C" NOT NULL,
    phone text COLLATE "C" NOT NULL,
    calendar_name text COLLATE "C",
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    successor_id uuid,
    version bigint NOT NULL,
    CONSTRAINT agency_calendar_name_fkey FOREIGN KEY (calendar_name) REFERENCES calendar(name),
    CONSTRAINT agency_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT agency_code_key UNIQUE (code),
    CONSTRAINT agency_kind_check CHECK ((kind = ANY (ARRAY['root'::text, 'province'::text, 'department'::text, 'commune'::text, 'unit'::text, 'desk'::text]))),
    CONSTRAINT agency_name_check CHECK ((name <> ''::text)),
    CONSTRAINT agency_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES agency(id),
    CONSTRAINT agency_pkey PRIMARY KEY (id),
    CONSTRAINT agency_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES agency(id),
    CONSTRAINT agency_territory_code_fkey FOREIGN KEY (territory_code) REFERENCES territory(code)
);
CREATE INDEX agency_by_parent ON agency USING btree (parent_id);
CREATE INDEX agency_by_territory ON agency USING btree (territory_code);

CREATE TABLE agency_name (
    agency_id uuid NOT NULL,
    valid_from text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C",
    CONSTRAINT agency_name_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id),
    CONSTRAINT agency_name_pkey PRIMARY KEY (agency_id, valid_from)
);

CREATE TABLE calendar (
    name text COLLATE "C" NOT NULL,
    document text NOT NULL,
    changed_at bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT calendar_pkey PRIMARY KEY (name)
);

CREATE TABLE catalogue_state (
    id bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT catalogue_state_pkey PRIMARY KEY (id)
);

CREATE TABLE code_block (
    agency text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    next_number bigint NOT NULL,
    CONSTRAINT code_block_pkey PRIMARY KEY (agency, day)
);

CREATE TABLE delegation (
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    account_id uuid NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    reason text COLLATE "C" NOT NULL,
    revoked_at bigint,
    CONSTRAINT delegation_check CHECK ((ends_at > starts_at)),
    CONSTRAINT delegation_pkey PRIMARY KEY (id),
    CONSTRAINT delegation_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
CREATE INDEX delegation_by_account ON delegation USING btree (account_id, ends_at);
CREATE INDEX delegation_by_post ON delegation USING btree (post_id, ends_at);

CREATE TABLE dossier (
    id uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    definition text COLLATE "C" NOT NULL,
    procedure_code text COLLATE "C" NOT NULL,
    agency_id text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C",
    step text COLLATE "C" NOT NULL,
    official bigint NOT NULL,
    assignee text COLLATE "C",
    submitter text COLLATE "C",
    owner_kind text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    clock text,
    due_at bigint,
    filed_at bigint NOT NULL,
    ended_at bigint,
    supplements bigint NOT NULL,
    open_request text COLLATE "C",
    has_result boolean NOT NULL,
    rating bigint,
    version bigint NOT NULL,
    journal_number bigint NOT NULL,
    journal_hash text COLLATE "C" NOT NULL,
    counted_since bigint,
    waiting_since bigint,
    branches text,
    fired text,
    origin text,
    origin_id uuid,
    origin_branch text COLLATE "C",
    origin_round bigint,
    CONSTRAINT dossier_code_key UNIQUE (code),
    CONSTRAINT dossier_official_check CHECK (((official >= 1) AND (official <= 10))),
    CONSTRAINT dossier_pkey PRIMARY KEY (id)
);
CREATE INDEX dossier_by_agency ON dossier USING btree (agency_id, filed_at, id);
CREATE INDEX dossier_ended ON dossier USING btree (agency_id, ended_at, id) WHERE (ended_at IS NOT NULL);
CREATE UNIQUE INDEX dossier_of_origin ON dossier USING btree (origin_id, origin_branch, origin_round) WHERE (origin_id IS NOT NULL);
CREATE INDEX dossier_of_procedure ON dossier USING btree (procedure_code, filed_at, id);
CREATE INDEX dossier_of_submitter ON dossier USING btree (submitter, filed_at, id);

CREATE TABLE dossier_content (
    dossier_id uuid NOT NULL,
    answers text NOT NULL,
    owner text NOT NULL,
    owner_name text COLLATE "C" NOT NULL,
    salt text COLLATE "C" NOT NULL,
    origins text,
    kept text,
    CONSTRAINT dossier_content_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT dossier_content_pkey PRIMARY KEY (dossier_id)
);

CREATE TABLE dossier_event (
    dossier_id uuid NOT NULL,
    number bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    actor_name text COLLATE "C",
    schema_version bigint NOT NULL,
    payload text NOT NULL,
    CONSTRAINT dossier_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT dossier_event_pkey PRIMARY KEY (dossier_id, number)
);

CREATE TABLE dossier_fee (
    dossier_id uuid NOT NULL,
    fee text COLLATE "C" NOT NULL,
    title text NOT NULL,
    amount bigint NOT NULL,
    basis text COLLATE "C",
    paid_at bigint,
    CONSTRAINT dossier_fee_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT dossier_fee_pkey PRIMARY KEY (dossier_id, fee)
);

CREATE TABLE dossier_key (
    agency_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    dossier_id uuid NOT NULL,
    CONSTRAINT dossier_key_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT dossier_key_pkey PRIMARY KEY (agency_id, kind, value, dossier_id)
);

CREATE TABLE dossier_paper (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    paper text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    filename text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    added_at bigint NOT NULL,
    request text COLLATE "C",
    earlier_note text COLLATE "C",
    replaced boolean NOT NULL,
    origin text,
    CONSTRAINT dossier_paper_kind_check CHECK ((kind = ANY (ARRAY['applicant'::text, 'result'::text]))),
    CONSTRAINT dossier_paper_pkey PRIMARY KEY (id)
);
CREATE INDEX dossier_paper_by_content ON dossier_paper USING btree (sha256);
CREATE INDEX dossier_paper_by_dossier ON dossier_paper USING btree (dossier_id);

CREATE TABLE dossier_text (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    body text COLLATE "C" NOT NULL,
    salt text COLLATE "C" NOT NULL,
    CONSTRAINT dossier_text_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT dossier_text_pkey PRIMARY KEY (id)
);
CREATE INDEX dossier_text_by_dossier ON dossier_text USING btree (dossier_id);

CREATE TABLE draft (
    id uuid NOT NULL,
    account text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    definition text COLLATE "C" NOT NULL,
    agency_id text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    answers text NOT NULL,
    owner text NOT NULL,
    page text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    origins text,
    CONSTRAINT draft_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_by_account ON draft USING btree (account, changed_at);

CREATE TABLE earlier_territory (
    code text COLLATE "C" NOT NULL,
    level text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C" NOT NULL,
    parent_code text COLLATE "C",
    valid_until text COLLATE "C" NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT earlier_territory_check CHECK (((level = 'province'::text) = (parent_code IS NULL))),
    CONSTRAINT earlier_territory_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
    CONSTRAINT earlier_territory_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES earlier_territory(code),
    CONSTRAINT earlier_territory_pkey PRIMARY KEY (code)
);
CREATE INDEX earlier_territory_by_change ON earlier_territory USING btree (changed_at);
CREATE INDEX earlier_territory_by_parent ON earlier_territory USING btree (parent_code);

CREATE TABLE handed_paper (
    dossier_id uuid NOT NULL,
    paper text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    CONSTRAINT handed_paper_form_check CHECK ((form = ANY (ARRAY['original'::text, 'certified'::text, 'copy'::text]))),
    CONSTRAINT handed_paper_pkey PRIMARY KEY (dossier_id, paper)
);

CREATE TABLE job (
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    lane text COLLATE "C" NOT NULL,
    payload text NOT NULL,
    created_at bigint NOT NULL,
    run_at bigint NOT NULL,
    attempts bigint NOT NULL,
    claimed_until bigint,
    last_error text COLLATE "C",
    stuck_at bigint,
    CONSTRAINT job_pkey PRIMARY KEY (id)
);
CREATE INDEX job_by_lane ON job USING btree (lane, created_at, id);
CREATE INDEX job_due ON job USING btree (run_at) WHERE (stuck_at IS NULL);
CREATE INDEX job_stuck ON job USING btree (stuck_at) WHERE (stuck_at IS NOT NULL);

CREATE TABLE journal_entry (
    id uuid NOT NULL,
    subject text COLLATE "C" NOT NULL,
    subject_id text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    at bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    content text NOT NULL,
    content_hash text COLLATE "C" NOT NULL,
    previous_hash text COLLATE "C" NOT NULL,
    entry_hash text COLLATE "C" NOT NULL,
    has_leaf boolean NOT NULL,
    CONSTRAINT journal_entry_pkey PRIMARY KEY (id),
    CONSTRAINT journal_entry_subject_subject_id_number_key UNIQUE (subject, subject_id, number)
);
CREATE INDEX journal_entry_without_leaf ON journal_entry USING btree (id) WHERE (NOT has_leaf);

CREATE TABLE log_checkpoint (
    size bigint NOT NULL,
    root text COLLATE "C" NOT NULL,
    edge text NOT NULL,
    at bigint NOT NULL,
    signature text COLLATE "C" NOT NULL,
    CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size)
);

CREATE TABLE log_leaf (
    position bigint NOT NULL,
    entry_id uuid NOT NULL,
    leaf_hash text COLLATE "C" NOT NULL,
    CONSTRAINT log_leaf_entry_id_key UNIQUE (entry_id),
    CONSTRAINT log_leaf_pkey PRIMARY KEY ("position")
);

CREATE TABLE mandate (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    organisation_id uuid,
    name text COLLATE "C" NOT NULL,
    citizen_number text COLLATE "C",
    born_on text COLLATE "C",
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    created_at bigint NOT NULL,
    CONSTRAINT mandate_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
    CONSTRAINT mandate_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT mandate_kind_check CHECK ((kind = ANY (ARRAY['legal_representative'::text, 'parent'::text, 'authorised'::text]))),
    CONSTRAINT mandate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    CONSTRAINT mandate_pkey PRIMARY KEY (id)
);
CREATE INDEX mandate_by_account ON mandate USING btree (account_id);

CREATE TABLE migration (
    feature text NOT NULL,
    number bigint NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT migration_pkey PRIMARY KEY (feature, number)
);

CREATE TABLE notice (
    id uuid NOT NULL,
    account text COLLATE "C" NOT NULL,
    dossier_id uuid,
    kind text COLLATE "C" NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    at bigint NOT NULL,
    read_at bigint,
    CONSTRAINT notice_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT notice_pkey PRIMARY KEY (id)
);
CREATE INDEX notice_by_account ON notice USING btree (account, at, id);
CREATE INDEX notice_by_dossier ON notice USING btree (dossier_id);
CREATE INDEX notice_unread ON notice USING btree (account) WHERE (read_at IS NULL);

CREATE TABLE office_invitation (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    role text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    name text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    inviter_id uuid,
    inviter_post_id uuid,
    created_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    answered_at bigint,
    CONSTRAINT office_invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
    CONSTRAINT office_invitation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id),
    CONSTRAINT office_invitation_inviter_post_id_fkey FOREIGN KEY (inviter_post_id) REFERENCES post(id),
    CONSTRAINT office_invitation_pkey PRIMARY KEY (id),
    CONSTRAINT office_invitation_role_check CHECK ((role = ANY (ARRAY['one_stop'::text, 'specialist'::text, 'head'::text, 'leader'::text, 'administrator'::text])))
);
CREATE INDEX office_invitation_by_account ON office_invitation USING btree (account_id);
CREATE INDEX office_invitation_open ON office_invitation USING btree (agency_id, created_at) WHERE (answered_at IS NULL);

CREATE TABLE organisation (
    id uuid NOT NULL,
    tax_code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT organisation_pkey PRIMARY KEY (id),
    CONSTRAINT organisation_tax_code_key UNIQUE (tax_code)
);

CREATE TABLE parked_form (
    id_hash text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    ends_at bigint NOT NULL,
    account text COLLATE "C",
    visit_hash text COLLATE "C" NOT NULL DEFAULT ''::text,
    size bigint NOT NULL DEFAULT 0,
    CONSTRAINT parked_form_pkey PRIMARY KEY (id_hash)
);
CREATE INDEX parked_form_by_end ON parked_form USING btree (ends_at);

CREATE TABLE payment (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    agency_id text COLLATE "C" NOT NULL,
    year bigint NOT NULL,
    number bigint NOT NULL,
    amount bigint NOT NULL,
    method text COLLATE "C" NOT NULL,
    payer text COLLATE "C" NOT NULL,
    official text COLLATE "C" NOT NULL,
    official_name text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    day text COLLATE "C" NOT NULL,
    voided_at bigint,
    voided_on text COLLATE "C",
    voided_by text COLLATE "C",
    voided_by_name text COLLATE "C",
    void_reason text COLLATE "C",
    CONSTRAINT payment_agency_id_year_number_key UNIQUE (agency_id, year, number),
    CONSTRAINT payment_amount_check CHECK ((amount > 0)),
    CONSTRAINT payment_check CHECK (((voided_at IS NULL) = (void_reason IS NULL))),
    CONSTRAINT payment_check1 CHECK (((voided_at IS NULL) = (voided_on IS NULL))),
    CONSTRAINT payment_check2 CHECK (((voided_at IS NULL) = (voided_by IS NULL))),
    CONSTRAINT payment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT payment_method_check CHECK ((method = ANY (ARRAY['cash'::text, 'transfer'::text]))),
    CONSTRAINT payment_pkey PRIMARY KEY (id)
);
CREATE INDEX payment_by_day ON payment USING btree (agency_id, day, number);
CREATE INDEX payment_by_dossier ON payment USING btree (dossier_id, number);
CREATE INDEX payment_by_official ON payment USING btree (agency_id, day, official, number);
CREATE INDEX payment_by_voiding ON payment USING btree (agency_id, voided_on, number) WHERE (voided_on IS NOT NULL);

CREATE TABLE payment_item (
    payment_id uuid NOT NULL,
    fee text COLLATE "C" NOT NULL,
    title text NOT NULL,
    amount bigint NOT NULL,
    basis text COLLATE "C",
    CONSTRAINT payment_item_amount_check CHECK ((amount > 0)),
    CONSTRAINT payment_item_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment(id),
    CONSTRAINT payment_item_pkey PRIMARY KEY (payment_id, fee)
);

CREATE TABLE post (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    role text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    CONSTRAINT post_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id),
    CONSTRAINT post_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT post_pkey PRIMARY KEY (id),
    CONSTRAINT post_role_check CHECK ((role = ANY (ARRAY['one_stop'::text, 'specialist'::text, 'head'::text, 'leader'::text, 'administrator'::text])))
);
CREATE INDEX post_by_account ON post USING btree (account_id);
CREATE INDEX post_by_agency ON post USING btree (agency_id, role);
CREATE UNIQUE INDEX post_once ON post USING btree (account_id, agency_id, role) WHERE (valid_until IS NULL);

CREATE TABLE procedure_record (
    code text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    document text NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT procedure_record_pkey PRIMARY KEY (code)
);

CREATE TABLE procedure_version (
    code text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    document text NOT NULL,
    difference text,
    imported_at bigint NOT NULL,
    CONSTRAINT procedure_version_code_fkey FOREIGN KEY (code) REFERENCES procedure_record(code),
    CONSTRAINT procedure_version_pkey PRIMARY KEY (code, version)
);

CREATE TABLE rate_window (
    bucket text COLLATE "C" NOT NULL,
    window_number bigint NOT NULL,
    ends_at bigint NOT NULL,
    tries bigint NOT NULL,
    CONSTRAINT rate_window_pkey PRIMARY KEY (bucket, window_number)
);
CREATE INDEX rate_window_by_end ON rate_window USING btree (ends_at);

CREATE TABLE rating (
    dossier_id uuid NOT NULL,
    score bigint NOT NULL,
    comment text COLLATE "C",
    at bigint NOT NULL,
    CONSTRAINT rating_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT rating_pkey PRIMARY KEY (dossier_id),
    CONSTRAINT rating_score_check CHECK (((score >= 1) AND (score <= 5)))
);

CREATE TABLE receipt_series (
    agency_id text COLLATE "C" NOT NULL,
    year bigint NOT NULL,
    last_number bigint NOT NULL,
    CONSTRAINT receipt_series_last_number_check CHECK (((last_number >= 1) AND (last_number <= 99999999))),
    CONSTRAINT receipt_series_pkey PRIMARY KEY (agency_id, year)
);

CREATE TABLE register_content (
    entry_id uuid NOT NULL,
    content text NOT NULL,
    salt text COLLATE "C" NOT NULL,
    CONSTRAINT register_content_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES register_entry(id),
    CONSTRAINT register_content_pkey PRIMARY KEY (entry_id)
);

CREATE TABLE register_entry (
    id uuid NOT NULL,
    agency_id text COLLATE "C" NOT NULL,
    register text COLLATE "C" NOT NULL,
    year bigint NOT NULL,
    number bigint NOT NULL,
    series text COLLATE "C",
    dossier_id uuid NOT NULL,
    definition text COLLATE "C" NOT NULL,
    entered_on text COLLATE "C" NOT NULL,
    struck_on text COLLATE "C",
    CONSTRAINT register_entry_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT register_entry_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX register_entry_in_order ON register_entry USING btree (agency_id, register, year, number);
CREATE INDEX register_entry_of_dossier ON register_entry USING btree (dossier_id);

CREATE TABLE register_key (
    agency_id text COLLATE "C" NOT NULL,
    register text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT register_key_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES register_entry(id),
    CONSTRAINT register_key_pkey PRIMARY KEY (agency_id, register, value, entry_id)
);

CREATE TABLE result_number (
    agency_id text COLLATE "C" NOT NULL,
    series text COLLATE "C" NOT NULL,
    year bigint NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT result_number_pkey PRIMARY KEY (agency_id, series, year)
);

CREATE TABLE sent_bytes (
    account text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT sent_bytes_pkey PRIMARY KEY (account, day)
);

CREATE TABLE service_definition (
    hash text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    procedure_code text COLLATE "C" NOT NULL,
    effective_from text COLLATE "C" NOT NULL,
    document text NOT NULL,
    published_at bigint NOT NULL,
    CONSTRAINT service_definition_pkey PRIMARY KEY (hash)
);
CREATE INDEX service_definition_by_service ON service_definition USING btree (service, effective_from);

CREATE TABLE service_draft (
    id uuid NOT NULL,
    service text COLLATE "C" NOT NULL,
    procedure_code text COLLATE "C" NOT NULL,
    title text NOT NULL,
    agency_id text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    missing text NOT NULL,
    version bigint NOT NULL,
    note text COLLATE "C",
    hash text COLLATE "C",
    changed_at bigint NOT NULL,
    CONSTRAINT service_draft_pkey PRIMARY KEY (id),
    CONSTRAINT service_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'review'::text, 'published'::text])))
);
CREATE INDEX service_draft_by_change ON service_draft USING btree (changed_at, id);

CREATE TABLE service_draft_change (
    draft_id uuid NOT NULL,
    number bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    account text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    what text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    CONSTRAINT service_draft_change_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES service_draft(id),
    CONSTRAINT service_draft_change_pkey PRIMARY KEY (draft_id, number)
);

CREATE TABLE service_offer (
    agency_id text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    is_on boolean NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT service_offer_pkey PRIMARY KEY (agency_id, service)
);
CREATE INDEX service_offer_by_service ON service_offer USING btree (service, agency_id);

CREATE TABLE service_retirement (
    service text COLLATE "C" NOT NULL,
    retired_on text COLLATE "C" NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT service_retirement_pkey PRIMARY KEY (service)
);

CREATE TABLE session (
    id uuid NOT NULL,
    secret_hash text COLLATE "C" NOT NULL,
    account_id uuid NOT NULL,
    post_id uuid,
    browser text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    revoked_at bigint,
    CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
    CONSTRAINT session_pkey PRIMARY KEY (id),
    CONSTRAINT session_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
    CONSTRAINT session_secret_hash_key UNIQUE (secret_hash)
);
CREATE INDEX session_by_account ON session USING btree (account_id, ends_at);
CREATE INDEX session_by_end ON session USING btree (ends_at);

CREATE TABLE sign_in_guard (
    key text COLLATE "C" NOT NULL,
    failed_tries bigint NOT NULL,
    locked_until bigint,
    changed_at bigint NOT NULL,
    CONSTRAINT sign_in_guard_pkey PRIMARY KEY (key)
);
CREATE INDEX sign_in_guard_by_change ON sign_in_guard USING btree (changed_at);

CREATE TABLE supplement_draft (
    request uuid NOT NULL,
    answers text NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT supplement_draft_pkey PRIMARY KEY (request),
    CONSTRAINT supplement_draft_request_fkey FOREIGN KEY (request) REFERENCES supplement_request(id)
);

CREATE TABLE supplement_request (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    items text NOT NULL,
    asked_at bigint NOT NULL,
    answered_at bigint,
    salt text COLLATE "C" NOT NULL DEFAULT ''::text,
    CONSTRAINT supplement_request_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT supplement_request_pkey PRIMARY KEY (id)
);
CREATE INDEX supplement_request_by_dossier ON supplement_request USING btree (dossier_id);

CREATE TABLE task (
    dossier_id uuid NOT NULL,
    branch text COLLATE "C" NOT NULL,
    is_guest boolean NOT NULL,
    agency_id text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C",
    role text COLLATE "C" NOT NULL,
    step text COLLATE "C" NOT NULL,
    assignee text COLLATE "C",
    official bigint NOT NULL,
    service text COLLATE "C" NOT NULL,
    opened_at bigint NOT NULL,
    step_due_at bigint,
    due_at bigint,
    sort_at bigint NOT NULL,
    reminded boolean NOT NULL,
    timer_at bigint,
    CONSTRAINT task_dossier_id_fkey1 FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    CONSTRAINT task_pkey1 PRIMARY KEY (dossier_id, branch)
);
CREATE INDEX task_inbox ON task USING btree (agency_id, role, sort_at, dossier_id, branch);
CREATE INDEX task_open ON task USING btree (agency_id, sort_at, dossier_id, branch);
CREATE INDEX task_timer ON task USING btree (timer_at) WHERE (timer_at IS NOT NULL);

CREATE TABLE task_turn (
    agency_id text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    given_at bigint NOT NULL,
    CONSTRAINT task_turn_pkey PRIMARY KEY (agency_id, account)
);

CREATE TABLE territory (
    code text COLLATE "C" NOT NULL,
    level text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C" NOT NULL,
    parent_code text COLLATE "C",
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    CONSTRAINT territory_check CHECK (((level = 'province'::text) = (parent_code IS NULL))),
    CONSTRAINT territory_level_check CHECK ((level = ANY (ARRAY['province'::text, 'commune'::text]))),
    CONSTRAINT territory_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES territory(code),
    CONSTRAINT territory_pkey PRIMARY KEY (code)
);
CREATE INDEX territory_by_parent ON territory USING btree (parent_code);

CREATE TABLE territory_successor (
    earlier_code text COLLATE "C" NOT NULL,
    territory_code text COLLATE "C" NOT NULL,
    CONSTRAINT territory_successor_earlier_code_fkey FOREIGN KEY (earlier_code) REFERENCES earlier_territory(code),
    CONSTRAINT territory_successor_pkey PRIMARY KEY (earlier_code, territory_code),
    CONSTRAINT territory_successor_territory_code_fkey FOREIGN KEY (territory_code) REFERENCES territory(code)
);
CREATE INDEX territory_successor_by_successor ON territory_successor USING btree (territory_code);
