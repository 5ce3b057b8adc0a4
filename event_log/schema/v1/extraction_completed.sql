CREATE TABLE extraction_completed (
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
    extractor TEXT NOT NULL,
    extractor_version TEXT NOT NULL,
    lexicon_digest TEXT NOT NULL,
    claim_count BIGINT NOT NULL
);

COMMENT ON COLUMN extraction_completed.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN extraction_completed.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN extraction_completed.stream IS 'The article_id: everything about one address';
COMMENT ON COLUMN extraction_completed.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN extraction_completed.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN extraction_completed.run_id IS 'The run that appended the event';
COMMENT ON COLUMN extraction_completed.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN extraction_completed.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN extraction_completed.article_id IS 'The article that was read';
COMMENT ON COLUMN extraction_completed.article_version IS 'The version of it that was read';
COMMENT ON COLUMN extraction_completed.extractor IS 'Id of the extractor, such as rules';
COMMENT ON COLUMN extraction_completed.extractor_version IS 'Moves with the extractor''s code, lexicons and language model';
COMMENT ON COLUMN extraction_completed.lexicon_digest IS 'SHA-256 of the lexicons that were used';
COMMENT ON COLUMN extraction_completed.claim_count IS 'How many claims were found; 0 where none';
COMMENT ON TABLE extraction_completed IS 'One extractor read one article version, also where it found nothing. One row per event.';
