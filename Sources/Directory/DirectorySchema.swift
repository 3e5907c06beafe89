package import Storage

/// The tables of the directory.
package enum DirectorySchema {
    package static let migrations = [
        Migration(
            "directory", 1,
            [
                """
                CREATE TABLE territory (
                    code TEXT NOT NULL PRIMARY KEY,
                    level TEXT NOT NULL CHECK (level IN ('province', 'commune')),
                    name TEXT NOT NULL,
                    name_en TEXT NOT NULL,
                    parent_code TEXT REFERENCES territory (code),
                    valid_from DAY NOT NULL,
                    valid_until DAY,
                    CHECK ((level = 'province') = (parent_code IS NULL))
                )
                """,
                "CREATE INDEX territory_by_parent ON territory (parent_code)",
                """
                CREATE TABLE calendar (
                    name TEXT NOT NULL PRIMARY KEY,
                    document JSON NOT NULL,
                    changed_at INSTANT NOT NULL,
                    version INTEGER NOT NULL
                )
                """,
                """
                CREATE TABLE agency (
                    id UUID NOT NULL PRIMARY KEY,
                    parent_id UUID REFERENCES agency (id),
                    kind TEXT NOT NULL
                        CHECK (kind IN ('root', 'province', 'department', 'commune', 'unit', 'desk')),
                    code TEXT UNIQUE,
                    name TEXT NOT NULL CHECK (name <> ''),
                    name_en TEXT,
                    territory_code TEXT REFERENCES territory (code),
                    address TEXT NOT NULL,
                    phone TEXT NOT NULL,
                    calendar_name TEXT REFERENCES calendar (name),
                    valid_from DAY NOT NULL,
                    valid_until DAY,
                    successor_id UUID REFERENCES agency (id),
                    version INTEGER NOT NULL,
                    CHECK (valid_until IS NULL OR valid_until >= valid_from)
                )
                """,
                "CREATE INDEX agency_by_parent ON agency (parent_id)",
                "CREATE INDEX agency_by_territory ON agency (territory_code)",
                """
                CREATE TABLE agency_name (
                    agency_id UUID NOT NULL REFERENCES agency (id),
                    valid_from DAY NOT NULL,
                    name TEXT NOT NULL,
                    name_en TEXT,
                    PRIMARY KEY (agency_id, valid_from)
                )
                """,
                """
                CREATE TABLE post (
                    id UUID NOT NULL PRIMARY KEY,
                    account_id UUID NOT NULL,
                    agency_id UUID NOT NULL REFERENCES agency (id),
                    role TEXT NOT NULL
                        CHECK (role IN ('one_stop', 'specialist', 'head', 'leader', 'administrator')),
                    title TEXT NOT NULL,
                    valid_from DAY NOT NULL,
                    valid_until DAY,
                    CHECK (valid_until IS NULL OR valid_until >= valid_from)
                )
                """,
                "CREATE INDEX post_by_account ON post (account_id)",
                "CREATE INDEX post_by_agency ON post (agency_id, role)",
                """
                CREATE UNIQUE INDEX post_once ON post (account_id, agency_id, role) WHERE valid_until IS NULL
                """,
                """
                CREATE TABLE delegation (
                    id UUID NOT NULL PRIMARY KEY,
                    post_id UUID NOT NULL REFERENCES post (id),
                    account_id UUID NOT NULL,
                    starts_at INSTANT NOT NULL,
                    ends_at INSTANT NOT NULL,
                    reason TEXT NOT NULL,
                    revoked_at INSTANT,
                    CHECK (ends_at > starts_at)
                )
                """,
                "CREATE INDEX delegation_by_account ON delegation (account_id, ends_at)",
                "CREATE INDEX delegation_by_post ON delegation (post_id, ends_at)",
            ]),
        Migration(
            "directory", 2,
            [
                """
                CREATE TABLE earlier_territory (
                    code TEXT NOT NULL PRIMARY KEY,
                    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune')),
                    name TEXT NOT NULL,
                    name_en TEXT NOT NULL,
                    parent_code TEXT REFERENCES earlier_territory (code),
                    valid_until DAY NOT NULL,
                    changed_at INSTANT NOT NULL,
                    CHECK ((level = 'province') = (parent_code IS NULL))
                )
                """,
                "CREATE INDEX earlier_territory_by_parent ON earlier_territory (parent_code)",
                "CREATE INDEX earlier_territory_by_change ON earlier_territory (changed_at)",
                """
                CREATE TABLE territory_successor (
                    earlier_code TEXT NOT NULL REFERENCES earlier_territory (code),
                    territory_code TEXT NOT NULL REFERENCES territory (code),
                    PRIMARY KEY (earlier_code, territory_code)
                )
                """,
                "CREATE INDEX territory_successor_by_successor ON territory_successor (territory_code)",
            ]),
    ]
}
