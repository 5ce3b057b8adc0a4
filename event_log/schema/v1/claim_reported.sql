-- What the nine families of claims share. Run once for each family, which then takes the table by renaming it
-- (see *_reported.sql), so that the columns and their comments stand once.
CREATE TABLE claim_reported (
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
    extractor TEXT NOT NULL,
    extractor_version TEXT NOT NULL,
    rule TEXT NOT NULL,
    family TEXT NOT NULL,
    kind TEXT NOT NULL,
    count_value DOUBLE,
    count_low DOUBLE,
    count_high DOUBLE,
    count_text TEXT,
    count_start BIGINT,
    count_end BIGINT,
    subject TEXT,
    group_name TEXT,
    actor TEXT,
    place TEXT,
    country_code TEXT,
    admin1_code TEXT,
    geoname_id BIGINT,
    latitude DOUBLE,
    longitude DOUBLE,
    where_prec BIGINT,
    when_text TEXT,
    when_start DATE,
    when_end DATE,
    scope TEXT,
    source TEXT,
    via TEXT,
    source_type TEXT,
    status TEXT NOT NULL,
    evidence TEXT NOT NULL,
    evidence_start BIGINT NOT NULL,
    evidence_end BIGINT NOT NULL
);

COMMENT ON COLUMN claim_reported.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN claim_reported.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN claim_reported.stream IS 'The article_id: everything about one address';
COMMENT ON COLUMN claim_reported.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN claim_reported.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN claim_reported.run_id IS 'The run that appended the event';
COMMENT ON COLUMN claim_reported.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN claim_reported.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN claim_reported.claim_id IS 'Digest of article version, extractor and what the claim says; outlives a new extractor version';
COMMENT ON COLUMN claim_reported.article_id IS 'The article that makes the claim';
COMMENT ON COLUMN claim_reported.article_version IS 'The version of it that makes the claim';
COMMENT ON COLUMN claim_reported.extractor IS 'Id of the extractor that found the claim';
COMMENT ON COLUMN claim_reported.extractor_version IS 'Version of the extractor that found the claim';
COMMENT ON COLUMN claim_reported.rule IS 'Id of the lexicon rule that fired';
COMMENT ON COLUMN claim_reported.family IS 'Family of the claim: casualty, detention, ...';
COMMENT ON COLUMN claim_reported.kind IS 'Kind within the family: killed, injured, detained, ...';
COMMENT ON COLUMN claim_reported.count_value IS 'The number as stated; null where the article gives none or only a bound';
COMMENT ON COLUMN claim_reported.count_low IS 'Lower bound of the number';
COMMENT ON COLUMN claim_reported.count_high IS 'Upper bound of the number';
COMMENT ON COLUMN claim_reported.count_text IS 'The words of the number; null exactly where the article gives none';
COMMENT ON COLUMN claim_reported.count_start IS 'First character of the number in the article''s text, from 0';
COMMENT ON COLUMN claim_reported.count_end IS 'Character after the last one of the number';
COMMENT ON COLUMN claim_reported.subject IS 'What is counted, in the article''s words without the number';
COMMENT ON COLUMN claim_reported.group_name IS 'Normalised subject; the guide''s group';
COMMENT ON COLUMN claim_reported.actor IS 'Who did it, in the article''s words';
COMMENT ON COLUMN claim_reported.place IS 'Canonical English name of the most specific place';
COMMENT ON COLUMN claim_reported.country_code IS 'Country of the place, ISO 3166-1 alpha-2';
COMMENT ON COLUMN claim_reported.admin1_code IS 'First-order division of the place, GeoNames, such as KZ.02';
COMMENT ON COLUMN claim_reported.geoname_id IS 'Id of the place in GeoNames';
COMMENT ON COLUMN claim_reported.latitude IS 'Latitude of the place, WGS 84, degrees';
COMMENT ON COLUMN claim_reported.longitude IS 'Longitude of the place, WGS 84, degrees';
COMMENT ON COLUMN claim_reported.where_prec IS 'How exactly the place is known, as UCDP codes it: 1 exact ... 6 country';
COMMENT ON COLUMN claim_reported.when_text IS 'The words of the time';
COMMENT ON COLUMN claim_reported.when_start IS 'First day of what happened; null for a running total';
COMMENT ON COLUMN claim_reported.when_end IS 'Last day of what happened, or the day up to which a running total counts';
COMMENT ON COLUMN claim_reported.scope IS 'total (a running toll) or incident (one occasion)';
COMMENT ON COLUMN claim_reported.source IS 'Who says it, in the article''s words: the one nearest to the fact';
COMMENT ON COLUMN claim_reported.via IS 'Through whom it was said, joined by <';
COMMENT ON COLUMN claim_reported.source_type IS 'Kind of source, from the claims guide';
COMMENT ON COLUMN claim_reported.status IS 'How firmly it is said, from the claims guide';
COMMENT ON COLUMN claim_reported.evidence IS 'The sentence that makes the claim, as in the article''s text';
COMMENT ON COLUMN claim_reported.evidence_start IS 'First character of the evidence in the article''s text, from 0';
COMMENT ON COLUMN claim_reported.evidence_end IS 'Character after the last one of the evidence';
