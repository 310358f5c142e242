-- Transfers between branches: one row under each branch that has to do with one. Nobody handles goods under an ended one.
CREATE TABLE transfer (
    branch TEXT NOT NULL,
    transfer TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (branch, transfer)
) WITHOUT ROWID;
CREATE INDEX transfer_by_name ON transfer (transfer, ended_at);

-- What people asked for and answered, in order, under the source. A transfer's state is the fold of these and of its facts.
CREATE TABLE transfer_step (
    branch TEXT NOT NULL,
    transfer TEXT NOT NULL,
    number INTEGER NOT NULL,
    target TEXT NOT NULL,
    step TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    taken_by TEXT NOT NULL,
    note TEXT NOT NULL,
    expected_at INTEGER,
    PRIMARY KEY (branch, transfer, number)
) WITHOUT ROWID;
CREATE TABLE transfer_step_line (
    branch TEXT NOT NULL,
    transfer TEXT NOT NULL,
    number INTEGER NOT NULL,
    product BLOB NOT NULL,
    qty INTEGER NOT NULL,
    PRIMARY KEY (branch, transfer, number, product)
) WITHOUT ROWID;

-- The entries about transfers that were applied, under the branch that acted. A document counts once for each action.
CREATE TABLE transfer_fact (
    branch TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    transfer TEXT NOT NULL,
    action TEXT NOT NULL,
    document TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    PRIMARY KEY (branch, entry_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX transfer_fact_by_document ON transfer_fact (branch, transfer, action, document);

CREATE INDEX movement_of_transfer ON movement (ref_id) WHERE ref_type = 'transfer';
