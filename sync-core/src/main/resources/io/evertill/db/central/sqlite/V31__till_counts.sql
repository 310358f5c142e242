-- since: when the goods were counted last, as known when the line was planned. worth, worth_currency: what the difference was worth when
-- it was judged, in minor units. told: tills are told what became of it; lines that are older than this column are not.
-- refusal, refused_by: why the last decision of a till did not count, and whose it was.
ALTER TABLE count_line ADD COLUMN since INTEGER;
ALTER TABLE count_line ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE count_line ADD COLUMN worth_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE count_line ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE count_line ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
ALTER TABLE count_line ADD COLUMN refused_by TEXT NOT NULL DEFAULT '';
CREATE INDEX count_line_told ON count_line (branch, line) WHERE told = 1;
-- What waits to be counted, or for a person, is told once more with what tills did not hear before.
UPDATE count_line SET told = 1 WHERE state NOT IN ('POSTED', 'REJECTED', 'CANCELLED');
INSERT INTO feed_due (tbl, branch, subject, cause)
SELECT t.tbl, l.branch, lower(substr(hex(l.line), 1, 8) || '-' || substr(hex(l.line), 9, 4) || '-' || substr(hex(l.line), 13, 4) || '-'
    || substr(hex(l.line), 17, 4) || '-' || substr(hex(l.line), 21)), ''
FROM count_line l, (SELECT 'count' AS tbl UNION SELECT 'count_result') t WHERE l.told = 1
ON CONFLICT (tbl, branch, subject, cause) DO UPDATE SET cause = excluded.cause;
