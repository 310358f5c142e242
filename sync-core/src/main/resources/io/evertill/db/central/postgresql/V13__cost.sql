-- What one unit of a movement's goods cost, in ten-thousandths of the currency's major unit; NULL where nobody knows.
-- product_seq: its number among the movements of its product in the branch, over all places; 0 for those that were recorded
-- before costs were kept, which come first.
ALTER TABLE movement ADD COLUMN product_seq BIGINT NOT NULL DEFAULT 0;
ALTER TABLE movement ADD COLUMN unit_cost BIGINT;
ALTER TABLE movement ADD COLUMN cost_currency TEXT COLLATE "C";

-- What a branch's stock of a product cost on average, over all places in its hands: a cache that is never the truth.
CREATE TABLE product_cost (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    product_seq BIGINT NOT NULL,
    qty BIGINT NOT NULL,
    unit_cost BIGINT,
    currency TEXT COLLATE "C",
    PRIMARY KEY (branch, product)
);
INSERT INTO product_cost (branch, product, product_seq, qty, unit_cost, currency)
SELECT branch, product, 0, sum(CASE WHEN place LIKE '%/TRANSIT' THEN 0 ELSE qty END), NULL, NULL FROM level
GROUP BY branch, product;
