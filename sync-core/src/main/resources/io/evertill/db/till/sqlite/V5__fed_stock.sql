-- Rows about stock as the centre fed them, byte for byte. product: what the row is about, unless it is about several.
CREATE TABLE fed (
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    product BLOB,
    content BLOB NOT NULL,
    row_hash INTEGER NOT NULL,
    PRIMARY KEY (tbl, id)
) WITHOUT ROWID;
CREATE INDEX fed_by_product ON fed (tbl, product, id) WHERE product IS NOT NULL;

-- A program that did not know these tables passed their rows over: they are loaded once, and nothing else is.
INSERT INTO feed_sum (tbl, n, sum, is_wrong)
SELECT t.tbl, 0, 0, 1 FROM (
    SELECT 'count' AS tbl UNION SELECT 'elsewhere' UNION SELECT 'level' UNION SELECT 'lot' UNION SELECT 'reservation'
    UNION SELECT 'transfer'
) t WHERE EXISTS (SELECT 1 FROM feed_cursor);
