-- Money that a card terminal keeps and no sale holds: somebody pays it back by hand. Nothing deletes a row; settling it says what was done.
-- told: the reference by which the terminal knows the payment, empty where nobody knows it.
CREATE TABLE kept_payment (
    branch TEXT COLLATE "C" NOT NULL,
    attempt BYTEA NOT NULL,
    entry_id BYTEA NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    told TEXT COLLATE "C" NOT NULL,
    noted_by TEXT COLLATE "C" NOT NULL,
    occurred_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (branch, attempt)
);
CREATE INDEX kept_payment_open ON kept_payment (attempt) WHERE settled_at IS NULL;
