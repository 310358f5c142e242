-- What somebody has counted and not handed in yet. line: of the list as it was told, or a new one for goods that are not on it.
-- counted_at: of the last count of it, by the wall clock; mono_ms and boot: the same by the clock that never jumps.
CREATE TABLE count_draft (
    counter TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    line BLOB NOT NULL,
    counted_qty INTEGER NOT NULL,
    pieces TEXT NOT NULL,
    counted_at INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot BLOB NOT NULL,
    PRIMARY KEY (counter, product, place, lot)
) WITHOUT ROWID;

-- A program that did not know the table of results passed its rows over, and read less of the tasks: both are loaded once.
INSERT INTO feed_sum (tbl, n, sum, is_wrong) SELECT 'count_result', 0, 0, 1 WHERE EXISTS (SELECT 1 FROM feed_cursor);

-- What was handed in or decided here about a line of the list, until the centre tells of it. n: how many had counted the line before, or
-- which count was decided about.
CREATE TABLE count_sent (
    line BLOB NOT NULL,
    is_ruling INTEGER NOT NULL,
    n INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (line, is_ruling)
) WITHOUT ROWID;
