CREATE TABLE article_redacted (
    position BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    stream_version INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id TEXT NOT NULL,
    producer TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    redacted_by TEXT NOT NULL,
    redacted_from BIGINT NOT NULL,
    redacted_to BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    rows_digest TEXT NOT NULL,
    raw_digests TEXT NOT NULL
);

COMMENT ON COLUMN article_redacted.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN article_redacted.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN article_redacted.stream IS 'The article_id: everything about one address';
COMMENT ON COLUMN article_redacted.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN article_redacted.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN article_redacted.run_id IS 'The run that appended the event';
COMMENT ON COLUMN article_redacted.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN article_redacted.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN article_redacted.article_id IS 'The article that lost its words';
COMMENT ON COLUMN article_redacted.reason IS 'Why they were removed';
COMMENT ON COLUMN article_redacted.redacted_by IS 'Who removed them';
COMMENT ON COLUMN article_redacted.redacted_from IS 'Position of the first event of the article';
COMMENT ON COLUMN article_redacted.redacted_to IS 'Position of the last event of the article at that time';
COMMENT ON COLUMN article_redacted.row_count IS 'How many rows lost words';
COMMENT ON COLUMN article_redacted.rows_digest IS 'SHA-256 over what stays of those rows';
COMMENT ON COLUMN article_redacted.raw_digests IS 'SHA-256 of the raw bytes that were removed, with spaces between';
COMMENT ON TABLE article_redacted IS 'The words of an article were removed for good. One row per event.';
