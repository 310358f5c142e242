-- Where an entry stands: the newest of its positions is the one that counts.
CREATE INDEX posting_by_entry ON posting (branch, entry_id);

-- The entries of a shift, and among them those that come to a total, by what their description says.
DROP INDEX fact_by_shift;
CREATE INDEX fact_by_shift ON fact (
    branch,
    CASE WHEN json_valid(CAST(meta AS TEXT)) THEN json_extract(CAST(meta AS TEXT), '$.summary.shiftId') END,
    CASE WHEN json_valid(CAST(meta AS TEXT)) THEN json_extract(CAST(meta AS TEXT), '$.summary.totalMinor') END
);

-- Copies by the sale they are of.
CREATE INDEX fact_by_copied ON fact (
    branch, CASE WHEN json_valid(CAST(body AS TEXT)) THEN json_extract(CAST(body AS TEXT), '$.sale') END
) WHERE CASE WHEN json_valid(CAST(meta AS TEXT)) THEN json_extract(CAST(meta AS TEXT), '$.kind') END = 'reprint';

CREATE INDEX shift_by_date ON shift (business_date);

-- When what of a stream came how far: everything up to seq. at is 0 where nobody noted it.
-- mark: SENT it left the till, ACCEPTED the centre proved to hold it, APPLIED the centre made stock and reports of it
CREATE TABLE delivery (
    stream BLOB NOT NULL,
    mark TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (stream, mark, seq)
) WITHOUT ROWID;
INSERT INTO delivery (stream, mark, seq, at) SELECT stream, 'SENT', verified_seq, 0 FROM stream WHERE verified_seq > 0;
INSERT INTO delivery (stream, mark, seq, at) SELECT stream, 'ACCEPTED', verified_seq, 0 FROM stream WHERE verified_seq > 0;
INSERT INTO delivery (stream, mark, seq, at)
SELECT s.stream, 'APPLIED', t.applied_seq, 0 FROM stream s JOIN terminal t ON t.id = 1 WHERE s.state = 'OPEN' AND t.applied_seq > 0;

-- What the centre named as waiting for a person, as last heard.
CREATE TABLE set_aside (
    stream BLOB NOT NULL,
    seq INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    code TEXT NOT NULL,
    heard_at INTEGER NOT NULL,
    PRIMARY KEY (stream, seq)
) WITHOUT ROWID;

-- What the centre last said to have of a closed shift.
CREATE TABLE shift_proof (
    shift BLOB NOT NULL PRIMARY KEY,
    sales INTEGER NOT NULL,
    total INTEGER NOT NULL,
    digest BLOB NOT NULL,
    is_same INTEGER NOT NULL,
    asked_at INTEGER NOT NULL
) WITHOUT ROWID;
