ALTER TABLE claim_reported RENAME TO detention_reported;
COMMENT ON TABLE detention_reported IS 'An article claims: people detained, released, abducted or convicted. One row per event.';
