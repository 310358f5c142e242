-- The book of customers. definition: the row of the feed; NULL for one who was forgotten, or is the same person as merged_into: the id stays,
-- because sales name it, and so that no till brings the person back. card: the loyalty number, may be empty.
CREATE TABLE customer (
    customer BYTEA NOT NULL PRIMARY KEY,
    card TEXT COLLATE "C" NOT NULL,
    definition BYTEA,
    merged_into BYTEA,
    changed_at BIGINT NOT NULL
);
CREATE INDEX customer_by_card ON customer (card) WHERE card <> '';
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- Who bought, as the book of customers knows the person.
ALTER TABLE sale ADD COLUMN buyer BYTEA;
