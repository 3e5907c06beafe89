import Storage

/// The tables of registers. What an entry says of people stands in `register_content` and `register_key`, which can be
/// erased; the entry itself, with its number, stays.
enum RegisterSchema {
    static let first =
        Migration(
            "registers", 1,
            [
                """
                CREATE TABLE register_entry (
                    id UUID NOT NULL PRIMARY KEY,
                    agency_id TEXT NOT NULL,
                    register TEXT NOT NULL,
                    year INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    series TEXT,
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    definition TEXT NOT NULL,
                    entered_on DAY NOT NULL,
                    struck_on DAY
                )
                """,
                "CREATE UNIQUE INDEX register_entry_in_order ON register_entry (agency_id, register, year, number)",
                "CREATE INDEX register_entry_of_dossier ON register_entry (dossier_id)",
                """
                CREATE TABLE register_content (
                    entry_id UUID NOT NULL PRIMARY KEY REFERENCES register_entry (id),
                    content JSON NOT NULL,
                    salt TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE register_key (
                    agency_id TEXT NOT NULL,
                    register TEXT NOT NULL,
                    value TEXT NOT NULL,
                    entry_id UUID NOT NULL REFERENCES register_entry (id),
                    PRIMARY KEY (agency_id, register, value, entry_id)
                )
                """,
            ])
}
