-- A line of a count list: what is counted of one key, and what became of it. Nothing deletes a row. The figures
-- are those of the posting; restated_qty: the variance as it is with what became known later.
CREATE TABLE count_line (
    branch TEXT COLLATE "C" NOT NULL,
    line BYTEA NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    class TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    planned_at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    assignee TEXT COLLATE "C" NOT NULL,
    approver TEXT COLLATE "C" NOT NULL,
    approver_name TEXT COLLATE "C" NOT NULL,
    cause TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    counter TEXT COLLATE "C" NOT NULL,
    counted_at BIGINT,
    posted_at BIGINT,
    counted_qty BIGINT NOT NULL,
    expected_qty BIGINT NOT NULL,
    before_qty BIGINT NOT NULL,
    after_qty BIGINT NOT NULL,
    restated_qty BIGINT NOT NULL,
    entry_id BYTEA,
    PRIMARY KEY (branch, line)
);
CREATE INDEX count_line_by_key ON count_line (branch, product, place, lot, state, counted_at);
CREATE INDEX count_line_open ON count_line (branch, line) WHERE state NOT IN ('POSTED', 'REJECTED', 'CANCELLED');
CREATE INDEX count_line_posted ON count_line (branch, counted_at) WHERE state = 'POSTED';

-- What a person counted for a line, each time. Nothing updates or deletes a row.
CREATE TABLE count_attempt (
    branch TEXT COLLATE "C" NOT NULL,
    line BYTEA NOT NULL,
    attempt BIGINT NOT NULL,
    entry_id BYTEA NOT NULL,
    counter TEXT COLLATE "C" NOT NULL,
    counter_name TEXT COLLATE "C" NOT NULL,
    counted_qty BIGINT NOT NULL,
    counted_at BIGINT NOT NULL,
    PRIMARY KEY (branch, line, attempt)
);

-- How often a product is counted in a branch, with the figures that say so. class: what applies; figured: what the figures
-- alone said in the newest run; pin: what a person chose, or empty.
CREATE TABLE count_class (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    class TEXT COLLATE "C" NOT NULL,
    figured TEXT COLLATE "C" NOT NULL,
    pin TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    movements BIGINT NOT NULL,
    age_days BIGINT NOT NULL,
    figured_at BIGINT NOT NULL,
    PRIMARY KEY (branch, product)
);
