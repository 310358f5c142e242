-- Transfers between branches: one row under each branch that has to do with one. Nobody handles goods under an ended one.
CREATE TABLE transfer (
    branch TEXT COLLATE "C" NOT NULL,
    transfer TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    first_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (branch, transfer)
);
CREATE INDEX transfer_by_name ON transfer (transfer, ended_at);

-- What people asked for and answered, in order, under the source. A transfer's state is the fold of these and of its facts.
CREATE TABLE transfer_step (
    branch TEXT COLLATE "C" NOT NULL,
    transfer TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    step TEXT COLLATE "C" NOT NULL,
    taken_at BIGINT NOT NULL,
    taken_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    expected_at BIGINT,
    PRIMARY KEY (branch, transfer, number)
);
CREATE TABLE transfer_step_line (
    branch TEXT COLLATE "C" NOT NULL,
    transfer TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    product BYTEA NOT NULL,
    qty BIGINT NOT NULL,
    PRIMARY KEY (branch, transfer, number, product)
);

-- The entries about transfers that were applied, under the branch that acted. A document counts once for each action.
CREATE TABLE transfer_fact (
    branch TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    transfer TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    occurred_at BIGINT NOT NULL,
    PRIMARY KEY (branch, entry_id)
);
CREATE UNIQUE INDEX transfer_fact_by_document ON transfer_fact (branch, transfer, action, document);

CREATE INDEX movement_of_transfer ON movement (ref_id) WHERE ref_type = 'transfer';
