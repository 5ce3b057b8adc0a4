CREATE TABLE schema_versions (
    version INTEGER PRIMARY KEY
);

COMMENT ON TABLE schema_versions IS 'Which versions of the tables this file has been brought to. One row per version.';
COMMENT ON COLUMN schema_versions.version IS 'A folder of event_log/schema';

INSERT INTO schema_versions VALUES (1);
