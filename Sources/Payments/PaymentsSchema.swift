package import Storage

/// The tables of payments at the counter.
package enum PaymentsSchema {
    package static let migrations = [
        Migration(
            "payments", 1,
            [
                """
                CREATE TABLE receipt_series (
                    agency_id TEXT NOT NULL,
                    year INTEGER NOT NULL,
                    last_number INTEGER NOT NULL CHECK (last_number BETWEEN 1 AND 99999999),
                    PRIMARY KEY (agency_id, year)
                )
                """,
                """
                CREATE TABLE payment (
                    id UUID NOT NULL PRIMARY KEY,
                    dossier_id UUID NOT NULL REFERENCES dossier (id),
                    agency_id TEXT NOT NULL,
                    year INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    amount MONEY NOT NULL CHECK (amount > 0),
                    method TEXT NOT NULL CHECK (method IN ('cash', 'transfer')),
                    payer TEXT NOT NULL,
                    official TEXT NOT NULL,
                    official_name TEXT NOT NULL,
                    at INSTANT NOT NULL,
                    day DAY NOT NULL,
                    voided_at INSTANT,
                    voided_on DAY,
                    voided_by TEXT,
                    voided_by_name TEXT,
                    void_reason TEXT,
                    UNIQUE (agency_id, year, number),
                    CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
                    CHECK ((voided_at IS NULL) = (voided_on IS NULL)),
                    CHECK ((voided_at IS NULL) = (voided_by IS NULL))
                )
                """,
                "CREATE INDEX payment_by_dossier ON payment (dossier_id, number)",
                "CREATE INDEX payment_by_day ON payment (agency_id, day, number)",
                "CREATE INDEX payment_by_official ON payment (agency_id, day, official, number)",
                "CREATE INDEX payment_by_voiding ON payment (agency_id, voided_on, number) WHERE voided_on IS NOT NULL",
                """
                CREATE TABLE payment_item (
                    payment_id UUID NOT NULL REFERENCES payment (id),
                    fee TEXT NOT NULL,
                    title JSON NOT NULL,
                    amount MONEY NOT NULL CHECK (amount > 0),
                    basis TEXT,
                    PRIMARY KEY (payment_id, fee)
                )
                """,
            ])
    ]
}
