-- What prices were, as they were known: each change ends the version before it and begins another. Nothing updates or deletes a row.
-- subject: a price rule's id, or empty for the base price; version: from 1; definition: the feed row of rule or product.
CREATE TABLE price_history (
    product BLOB NOT NULL,
    subject TEXT NOT NULL,
    version INTEGER NOT NULL,
    branch TEXT NOT NULL,
    definition BLOB NOT NULL,
    known_from INTEGER NOT NULL,
    PRIMARY KEY (product, subject, version)
) WITHOUT ROWID;

-- What was changed before is not known any more: what stands begins when it was last changed.
INSERT INTO price_history (product, subject, version, branch, definition, known_from)
SELECT product, '', 1, '', definition, changed_at FROM product;
INSERT INTO price_history (product, subject, version, branch, definition, known_from)
SELECT product, id, 1, branch, definition, changed_at FROM price;
