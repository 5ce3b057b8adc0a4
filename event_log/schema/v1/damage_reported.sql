ALTER TABLE claim_reported RENAME TO damage_reported;
COMMENT ON TABLE damage_reported IS 'An article claims: things damaged, destroyed, burned, looted or seized. One row per event.';
