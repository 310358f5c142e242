-- facts: what stands behind the sentence, as JSON; empty for none, and for cards that were found by an older program and not again since.
-- is_away: somebody put the card away, and it was not found again behind the end of that time: tills do not show it.
ALTER TABLE alert ADD COLUMN facts TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN is_away BIGINT NOT NULL DEFAULT 0;
UPDATE alert SET is_away = 1 WHERE closed_at IS NULL AND snoozed_until IS NOT NULL;
-- The cards that are open are told to the tills for the first time.
INSERT INTO feed_due (tbl, branch, subject, cause)
SELECT 'alert', branch,
    substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21), ''
FROM (SELECT branch, encode(alert, 'hex') AS h FROM alert WHERE closed_at IS NULL) q;
