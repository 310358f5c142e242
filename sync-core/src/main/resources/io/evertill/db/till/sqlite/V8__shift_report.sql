-- What the drawer held when the shift ended: the next one begins with it. NULL while it is open, or when it ended before this was noted.
ALTER TABLE shift ADD COLUMN counted INTEGER;

-- Numbers of the reports of closed shifts in a stream, without gaps, and the shift behind each.
CREATE TABLE z_report (
    stream BLOB NOT NULL,
    number INTEGER NOT NULL,
    shift BLOB NOT NULL,
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;

-- The entries of a shift, by what their description says.
CREATE INDEX fact_by_shift ON fact (
    branch, CASE WHEN json_valid(CAST(meta AS TEXT)) THEN json_extract(CAST(meta AS TEXT), '$.summary.shiftId') END
);
