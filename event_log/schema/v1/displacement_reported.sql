ALTER TABLE claim_reported RENAME TO displacement_reported;
COMMENT ON TABLE displacement_reported IS 'An article claims: people displaced or evacuated. One row per event.';
