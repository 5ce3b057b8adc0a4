ALTER TABLE article_version RENAME TO article_revised;
ALTER TABLE article_revised ADD COLUMN revision BIGINT;
ALTER TABLE article_revised ALTER COLUMN revision SET NOT NULL;
COMMENT ON TABLE article_revised IS 'Another text, or other facts, came in at an address that the log already knew. One row per event.';
COMMENT ON COLUMN article_revised.revision IS 'Which revision at this address, from 1; so that a return to an earlier text is an event of its own';
