ALTER TABLE claim_reported RENAME TO unrest_reported;
COMMENT ON TABLE unrest_reported IS 'An article claims: protests, riots, clashes, attacks, use of force or strikes. One row per event.';
