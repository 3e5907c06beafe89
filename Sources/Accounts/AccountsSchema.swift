package import Storage

/// The tables of accounts. Posts refer to accounts by id alone: the directory lies below.
package enum AccountsSchema {
    package static let migrations = [
        Migration(
            "accounts", 1,
            [
                """
                CREATE TABLE account (
                    id UUID NOT NULL PRIMARY KEY,
                    kind TEXT NOT NULL CHECK (kind IN ('person', 'official')),
                    email TEXT NOT NULL,
                    email_folded TEXT NOT NULL UNIQUE,
                    email_confirmed_at INSTANT,
                    phone TEXT NOT NULL,
                    name TEXT NOT NULL CHECK (name <> ''),
                    name_folded TEXT NOT NULL,
                    citizen_number TEXT UNIQUE,
                    assurance TEXT NOT NULL CHECK (assurance IN ('declared', 'counter')),
                    password TEXT,
                    totp_secret BYTES,
                    totp_confirmed_at INSTANT,
                    totp_last_step INTEGER,
                    created_at INSTANT NOT NULL,
                    closed_at INSTANT,
                    version INTEGER NOT NULL,
                    CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL)
                )
                """,
                """
                CREATE TABLE sign_in_guard (
                    key TEXT NOT NULL PRIMARY KEY,
                    failed_tries INTEGER NOT NULL,
                    locked_until INSTANT,
                    changed_at INSTANT NOT NULL
                )
                """,
                "CREATE INDEX sign_in_guard_by_change ON sign_in_guard (changed_at)",
                """
                CREATE TABLE session (
                    id UUID NOT NULL PRIMARY KEY,
                    secret_hash TEXT NOT NULL UNIQUE,
                    account_id UUID NOT NULL REFERENCES account (id),
                    post_id UUID REFERENCES post (id),
                    browser TEXT NOT NULL,
                    created_at INSTANT NOT NULL,
                    seen_at INSTANT NOT NULL,
                    ends_at INSTANT NOT NULL,
                    revoked_at INSTANT
                )
                """,
                "CREATE INDEX session_by_account ON session (account_id, ends_at)",
                "CREATE INDEX session_by_end ON session (ends_at)",
                """
                CREATE TABLE account_link (
                    secret_hash TEXT NOT NULL PRIMARY KEY,
                    account_id UUID NOT NULL REFERENCES account (id),
                    purpose TEXT NOT NULL,
                    detail TEXT,
                    created_at INSTANT NOT NULL,
                    ends_at INSTANT NOT NULL,
                    used_at INSTANT
                )
                """,
                "CREATE INDEX account_link_by_account ON account_link (account_id, purpose)",
                "CREATE INDEX account_link_by_end ON account_link (ends_at)",
                """
                CREATE TABLE account_identity (
                    provider TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    account_id UUID NOT NULL REFERENCES account (id),
                    created_at INSTANT NOT NULL,
                    PRIMARY KEY (provider, subject)
                )
                """,
                "CREATE INDEX account_identity_by_account ON account_identity (account_id)",
                """
                CREATE TABLE organisation (
                    id UUID NOT NULL PRIMARY KEY,
                    tax_code TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    created_at INSTANT NOT NULL
                )
                """,
                """
                CREATE TABLE mandate (
                    id UUID NOT NULL PRIMARY KEY,
                    account_id UUID NOT NULL REFERENCES account (id),
                    kind TEXT NOT NULL CHECK (kind IN ('legal_representative', 'parent', 'authorised')),
                    organisation_id UUID REFERENCES organisation (id),
                    name TEXT NOT NULL,
                    citizen_number TEXT,
                    born_on DAY,
                    valid_from DAY NOT NULL,
                    valid_until DAY,
                    created_at INSTANT NOT NULL,
                    CHECK (valid_until IS NULL OR valid_until >= valid_from)
                )
                """,
                "CREATE INDEX mandate_by_account ON mandate (account_id)",
            ]),
        Migration("accounts", 2, ["CREATE INDEX account_by_name ON account (kind, name_folded, id)"]),
        // Only a number that was seen belongs to one account; what somebody types about themself proves nothing, and a
        // refusal would tell who has an account.
        Migration(
            "accounts", 3,
            [
                "ALTER TABLE account ADD COLUMN declared_number TEXT",
                """
                UPDATE account SET declared_number = citizen_number, citizen_number = NULL WHERE assurance = 'declared'
                """,
                "ALTER TABLE account ADD COLUMN registrations INTEGER NOT NULL DEFAULT 1",
            ]),
        // Who keeps an official's account: the agency of the first post, for accounts that were there before.
        Migration(
            "accounts", 4,
            [
                "ALTER TABLE account ADD COLUMN keeper_id UUID REFERENCES agency (id)",
                """
                UPDATE account SET keeper_id = (
                    SELECT post.agency_id FROM post WHERE post.account_id = account.id
                    ORDER BY post.valid_from, post.id LIMIT 1)
                WHERE kind = 'official'
                """,
                """
                CREATE TABLE office_invitation (
                    id UUID NOT NULL PRIMARY KEY,
                    account_id UUID NOT NULL REFERENCES account (id),
                    agency_id UUID NOT NULL REFERENCES agency (id),
                    role TEXT NOT NULL
                        CHECK (role IN ('one_stop', 'specialist', 'head', 'leader', 'administrator')),
                    title TEXT NOT NULL,
                    valid_from DAY NOT NULL,
                    valid_until DAY,
                    name TEXT NOT NULL,
                    email TEXT NOT NULL,
                    inviter_id UUID,
                    inviter_post_id UUID REFERENCES post (id),
                    created_at INSTANT NOT NULL,
                    ends_at INSTANT NOT NULL,
                    answered_at INSTANT
                )
                """,
                "CREATE INDEX office_invitation_by_account ON office_invitation (account_id)",
                """
                CREATE INDEX office_invitation_open ON office_invitation (agency_id, created_at) WHERE answered_at IS NULL
                """,
            ]),
    ]
}
