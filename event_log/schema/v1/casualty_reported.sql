ALTER TABLE claim_reported RENAME TO casualty_reported;
COMMENT ON TABLE casualty_reported IS 'An article claims: people killed, injured, hospitalised or missing. One row per event.';
