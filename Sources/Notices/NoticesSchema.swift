package import Storage

/// The table of notices.
package enum NoticesSchema {
    package static let migrations = [
        Migration(
            "notices", 1,
            [
                """
                CREATE TABLE notice (
                    id UUID NOT NULL PRIMARY KEY,
                    account TEXT NOT NULL,
                    dossier_id UUID REFERENCES dossier (id),
                    kind TEXT NOT NULL,
                    title JSON NOT NULL,
                    body JSON NOT NULL,
                    at INSTANT NOT NULL,
                    read_at INSTANT
                )
                """,
                "CREATE INDEX notice_by_account ON notice (account, at, id)",
                "CREATE INDEX notice_unread ON notice (account) WHERE read_at IS NULL",
                "CREATE INDEX notice_by_dossier ON notice (dossier_id)",
            ])
    ]
}
