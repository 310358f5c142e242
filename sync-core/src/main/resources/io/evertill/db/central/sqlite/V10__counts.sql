-- A line of a count list: what is counted of one key, and what became of it. Nothing deletes a row. The figures
-- are those of the posting; restated_qty: the variance as it is with what became known later.
CREATE TABLE count_line (
    branch TEXT NOT NULL,
    line BLOB NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    class TEXT NOT NULL,
    reason TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    assignee TEXT NOT NULL,
    approver TEXT NOT NULL,
    approver_name TEXT NOT NULL,
    cause TEXT NOT NULL,
    note TEXT NOT NULL,
    counter TEXT NOT NULL,
    counted_at INTEGER,
    posted_at INTEGER,
    counted_qty INTEGER NOT NULL,
    expected_qty INTEGER NOT NULL,
    before_qty INTEGER NOT NULL,
    after_qty INTEGER NOT NULL,
    restated_qty INTEGER NOT NULL,
    entry_id BLOB,
    PRIMARY KEY (branch, line)
) WITHOUT ROWID;
CREATE INDEX count_line_by_key ON count_line (branch, product, place, lot, state, counted_at);
CREATE INDEX count_line_open ON count_line (branch, line) WHERE state NOT IN ('POSTED', 'REJECTED', 'CANCELLED');
CREATE INDEX count_line_posted ON count_line (branch, counted_at) WHERE state = 'POSTED';

-- What a person counted for a line, each time. Nothing updates or deletes a row.
CREATE TABLE count_attempt (
    branch TEXT NOT NULL,
    line BLOB NOT NULL,
    attempt INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    counter TEXT NOT NULL,
    counter_name TEXT NOT NULL,
    counted_qty INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    PRIMARY KEY (branch, line, attempt)
) WITHOUT ROWID;

-- How often a product is counted in a branch, with the figures that say so. class: what applies; figured: what the figures
-- alone said in the newest run; pin: what a person chose, or empty.
CREATE TABLE count_class (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    class TEXT NOT NULL,
    figured TEXT NOT NULL,
    pin TEXT NOT NULL,
    value TEXT NOT NULL,
    movements INTEGER NOT NULL,
    age_days INTEGER NOT NULL,
    figured_at INTEGER NOT NULL,
    PRIMARY KEY (branch, product)
) WITHOUT ROWID;
