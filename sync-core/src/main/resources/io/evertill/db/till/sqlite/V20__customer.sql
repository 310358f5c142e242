-- Customers as the centre fed them, and those whom this till met itself (row_hash NULL) until the centre has fed them back.
-- card: the loyalty number. is_sent: the centre was told of one whom this till met.
CREATE TABLE customer (
    rank INTEGER NOT NULL PRIMARY KEY,
    customer BLOB NOT NULL UNIQUE,
    card TEXT,
    content BLOB NOT NULL,
    row_hash INTEGER,
    is_sent INTEGER NOT NULL
);
CREATE INDEX customer_by_card ON customer (card) WHERE card IS NOT NULL;
CREATE INDEX customer_to_send ON customer (rank) WHERE row_hash IS NULL AND is_sent = 0;
-- The words of customers (see SearchWords), found by how they begin.
CREATE VIRTUAL TABLE customer_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = "ascii"
);

-- A program that did not know this table passed its rows over: they are loaded once, and nothing else is.
INSERT INTO feed_sum (tbl, n, sum, is_wrong) SELECT 'customer', 0, 0, 1 WHERE EXISTS (SELECT 1 FROM feed_cursor);
