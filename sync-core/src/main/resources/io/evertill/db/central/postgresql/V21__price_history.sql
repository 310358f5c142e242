-- What prices were, as they were known: each change ends the version before it and begins another. Nothing updates or deletes a row.
-- subject: a price rule's id, or empty for the base price; version: from 1; definition: the feed row of rule or product.
CREATE TABLE price_history (
    product BYTEA NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    definition BYTEA NOT NULL,
    known_from BIGINT NOT NULL,
    PRIMARY KEY (product, subject, version)
);

-- What was changed before is not known any more: what stands begins when it was last changed.
INSERT INTO price_history (product, subject, version, branch, definition, known_from)
SELECT product, '', 1, '', definition, changed_at FROM product;
INSERT INTO price_history (product, subject, version, branch, definition, known_from)
SELECT product, id, 1, branch, definition, changed_at FROM price;
