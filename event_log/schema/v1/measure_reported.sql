ALTER TABLE claim_reported RENAME TO measure_reported;
COMMENT ON TABLE measure_reported IS 'An article claims: decisions of an authority. One row per event.';
