-- How old a customer must be to buy a product, in years, and what the cashier is told.
ALTER TABLE product ADD COLUMN age INTEGER;
ALTER TABLE product ADD COLUMN message TEXT;
-- A centre that knew them before this till did has told it already: the next snapshot tells it once more.
UPDATE feed_sum SET is_wrong = 1 WHERE tbl = 'product';
