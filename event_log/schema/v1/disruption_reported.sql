ALTER TABLE claim_reported RENAME TO disruption_reported;
COMMENT ON TABLE disruption_reported IS 'An article claims: services or production cut. One row per event.';
