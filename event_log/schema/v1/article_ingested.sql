ALTER TABLE article_version RENAME TO article_ingested;
COMMENT ON TABLE article_ingested IS 'An article came in at an address that the log did not know. One row per event.';
