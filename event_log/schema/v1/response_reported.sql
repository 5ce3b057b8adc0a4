ALTER TABLE claim_reported RENAME TO response_reported;
COMMENT ON TABLE response_reported IS 'An article claims: what somebody said about the events. One row per event.';
