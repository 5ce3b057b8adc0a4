CREATE TABLE article_withdrawn (
    position BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    stream_version INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id TEXT NOT NULL,
    producer TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    article_version TEXT NOT NULL,
    withdrawn_at TIMESTAMPTZ NOT NULL,
    reason TEXT NOT NULL,
    withdrawn_by TEXT NOT NULL
);

COMMENT ON COLUMN article_withdrawn.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN article_withdrawn.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN article_withdrawn.stream IS 'The article_id: everything about one address';
COMMENT ON COLUMN article_withdrawn.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN article_withdrawn.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN article_withdrawn.run_id IS 'The run that appended the event';
COMMENT ON COLUMN article_withdrawn.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN article_withdrawn.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN article_withdrawn.article_id IS 'The article that was withdrawn';
COMMENT ON COLUMN article_withdrawn.article_version IS 'Its newest version at that time';
COMMENT ON COLUMN article_withdrawn.withdrawn_at IS 'When the public could know; its claims count until then';
COMMENT ON COLUMN article_withdrawn.reason IS 'Why it was withdrawn';
COMMENT ON COLUMN article_withdrawn.withdrawn_by IS 'Who withdrew it';
COMMENT ON TABLE article_withdrawn IS 'An article, as it stood, is not to be relied on any more. One row per event.';
