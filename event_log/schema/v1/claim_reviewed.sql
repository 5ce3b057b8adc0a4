CREATE TABLE claim_reviewed (
    position BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    stream_version INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id TEXT NOT NULL,
    producer TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    article_version TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    reviewed_by TEXT NOT NULL,
    review BIGINT NOT NULL,
    corrected_fields TEXT,
    kind TEXT,
    count_value DOUBLE,
    count_low DOUBLE,
    count_high DOUBLE,
    group_name TEXT,
    place TEXT,
    country_code TEXT,
    where_prec BIGINT,
    when_start DATE,
    when_end DATE,
    scope TEXT,
    source TEXT,
    source_type TEXT,
    status TEXT
);

COMMENT ON COLUMN claim_reviewed.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN claim_reviewed.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN claim_reviewed.stream IS 'The article_id: everything about one address';
COMMENT ON COLUMN claim_reviewed.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN claim_reviewed.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN claim_reviewed.run_id IS 'The run that appended the event';
COMMENT ON COLUMN claim_reviewed.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN claim_reviewed.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN claim_reviewed.claim_id IS 'The claim, by what it says; the same for every extractor version that finds it';
COMMENT ON COLUMN claim_reviewed.article_id IS 'The article that makes the claim';
COMMENT ON COLUMN claim_reviewed.article_version IS 'The version of it that makes the claim';
COMMENT ON COLUMN claim_reviewed.verdict IS 'accepted, rejected, corrected, or open where an earlier verdict was taken back';
COMMENT ON COLUMN claim_reviewed.reason IS 'Why';
COMMENT ON COLUMN claim_reviewed.reviewed_by IS 'Who says so';
COMMENT ON COLUMN claim_reviewed.review IS 'Which review of the claim, from 1';
COMMENT ON COLUMN claim_reviewed.corrected_fields IS 'Names of the fields that the reviewer set; of the columns after this one only these count';
COMMENT ON COLUMN claim_reviewed.kind IS 'Corrected kind';
COMMENT ON COLUMN claim_reviewed.count_value IS 'Corrected number';
COMMENT ON COLUMN claim_reviewed.count_low IS 'Corrected lower bound';
COMMENT ON COLUMN claim_reviewed.count_high IS 'Corrected upper bound';
COMMENT ON COLUMN claim_reviewed.group_name IS 'Corrected group';
COMMENT ON COLUMN claim_reviewed.place IS 'Corrected place';
COMMENT ON COLUMN claim_reviewed.country_code IS 'Corrected country, ISO 3166-1 alpha-2';
COMMENT ON COLUMN claim_reviewed.where_prec IS 'Corrected exactness of the place, as UCDP codes it: 1 exact ... 6 country';
COMMENT ON COLUMN claim_reviewed.when_start IS 'Corrected first day';
COMMENT ON COLUMN claim_reviewed.when_end IS 'Corrected last day';
COMMENT ON COLUMN claim_reviewed.scope IS 'Corrected scope: total or incident';
COMMENT ON COLUMN claim_reviewed.source IS 'Corrected source';
COMMENT ON COLUMN claim_reviewed.source_type IS 'Corrected kind of source';
COMMENT ON COLUMN claim_reviewed.status IS 'Corrected status';
COMMENT ON TABLE claim_reviewed IS 'A person''s verdict on a claim. One row per event.';
