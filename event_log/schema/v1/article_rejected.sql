CREATE TABLE article_rejected (
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
    reason_code TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    raw_digest TEXT,
    byte_count BIGINT
);

COMMENT ON COLUMN article_rejected.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN article_rejected.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN article_rejected.stream IS 'rejected: and the address';
COMMENT ON COLUMN article_rejected.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN article_rejected.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN article_rejected.run_id IS 'The run that appended the event';
COMMENT ON COLUMN article_rejected.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN article_rejected.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN article_rejected.address IS 'Where the input came from: URL or path below the ingested folder';
COMMENT ON COLUMN article_rejected.file_name IS 'Name of the file that was refused';
COMMENT ON COLUMN article_rejected.reason_code IS 'Why it was refused, as a code: empty, binary, undecodable, too_large, ...';
COMMENT ON COLUMN article_rejected.reason IS 'Why it was refused, as a sentence for a person';
COMMENT ON COLUMN article_rejected.remedy IS 'What to do about it, as a sentence for a person';
COMMENT ON COLUMN article_rejected.raw_digest IS 'SHA-256 of the raw bytes in the archive; null where they could not be read';
COMMENT ON COLUMN article_rejected.byte_count IS 'Size of the input in bytes; null where unknown';
COMMENT ON TABLE article_rejected IS 'Input that was refused, with reason and remedy. One row per event.';
