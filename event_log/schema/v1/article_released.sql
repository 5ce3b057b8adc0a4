CREATE TABLE article_released (
    position BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    stream_version INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id TEXT NOT NULL,
    producer TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    address TEXT NOT NULL,
    file_name TEXT NOT NULL,
    raw_digest TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    reason TEXT NOT NULL,
    released_by TEXT NOT NULL,
    title TEXT,
    published_at TIMESTAMPTZ,
    published_prec TEXT,
    published_on DATE,
    outlet TEXT,
    url TEXT,
    author TEXT,
    language TEXT
);

COMMENT ON COLUMN article_released.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN article_released.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN article_released.stream IS 'rejected: and the address';
COMMENT ON COLUMN article_released.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN article_released.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN article_released.run_id IS 'The run that appended the event';
COMMENT ON COLUMN article_released.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN article_released.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN article_released.address IS 'Where the input came from: URL or path below the ingested folder';
COMMENT ON COLUMN article_released.file_name IS 'Name of the file that had been refused';
COMMENT ON COLUMN article_released.raw_digest IS 'SHA-256 of the raw bytes in the archive';
COMMENT ON COLUMN article_released.reason_code IS 'Why it had been refused, as a code';
COMMENT ON COLUMN article_released.reason IS 'Why it is let in';
COMMENT ON COLUMN article_released.released_by IS 'Who let it in';
COMMENT ON COLUMN article_released.title IS 'Headline, where it was stated';
COMMENT ON COLUMN article_released.published_at IS 'When the public could know, where it was stated';
COMMENT ON COLUMN article_released.published_prec IS 'second or day; null where published_at is';
COMMENT ON COLUMN article_released.published_on IS 'Day of publication at the outlet''s own place';
COMMENT ON COLUMN article_released.outlet IS 'Who published it, where it was stated';
COMMENT ON COLUMN article_released.url IS 'Where it was published, where it was stated';
COMMENT ON COLUMN article_released.author IS 'Who wrote it, where it was stated';
COMMENT ON COLUMN article_released.language IS 'Language, ISO 639-1, where it was stated';
COMMENT ON TABLE article_released IS 'A person let refused input in after all. One row per event.';
