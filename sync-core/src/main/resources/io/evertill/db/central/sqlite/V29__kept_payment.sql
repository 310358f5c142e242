-- Money that a card terminal keeps and no sale holds: somebody pays it back by hand. Nothing deletes a row; settling it says what was done.
-- told: the reference by which the terminal knows the payment, empty where nobody knows it.
CREATE TABLE kept_payment (
    branch TEXT NOT NULL,
    attempt BLOB NOT NULL,
    entry_id BLOB NOT NULL,
    terminal TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    told TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (branch, attempt)
) WITHOUT ROWID;
CREATE INDEX kept_payment_open ON kept_payment (attempt) WHERE settled_at IS NULL;
