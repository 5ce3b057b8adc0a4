ALTER TABLE claim_reported RENAME TO deployment_reported;
COMMENT ON TABLE deployment_reported IS 'An article claims: forces deployed or withdrawn. One row per event.';
