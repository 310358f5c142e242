-- What changed of which tills are to be told; a publisher takes a subject's marks away and looks at it. cause: keeps those who
-- mark the same subject from waiting for each other.
CREATE TABLE feed_due (
    tbl TEXT COLLATE "C" NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    cause TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tbl, branch, subject, cause)
);

-- Everything that there is, for the first time.
INSERT INTO feed_due (tbl, branch, subject, cause)
SELECT tbl, branch,
    substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21), ''
FROM (
    SELECT DISTINCT 'level' AS tbl, branch, encode(product, 'hex') AS h FROM level WHERE place LIKE '%/AVAILABLE'
    UNION ALL SELECT 'reservation', branch, encode(reservation, 'hex') FROM reservation WHERE state = 'ACTIVE'
    UNION ALL SELECT 'count', branch, encode(line, 'hex') FROM count_line
        WHERE state IN ('PLANNED', 'ASSIGNED', 'COUNTING', 'RECOUNT')
) q;
INSERT INTO feed_due (tbl, branch, subject, cause)
SELECT 'transfer', branch, transfer, '' FROM transfer WHERE ended_at IS NULL;
INSERT INTO feed_due (tbl, branch, subject, cause)
SELECT DISTINCT 'lot', '',
    substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21) || '@' || lot, ''
FROM (SELECT encode(product, 'hex') AS h, lot FROM lot_decision) q;
