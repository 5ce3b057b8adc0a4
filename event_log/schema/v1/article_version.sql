-- What the two article events share. Run once for each, which then takes the table by renaming it (see article_*.sql),
-- so that the columns and their comments stand once.
CREATE TABLE article_version (
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
    raw_digest TEXT NOT NULL,
    address TEXT NOT NULL,
    file_name TEXT NOT NULL,
    title TEXT,
    text TEXT NOT NULL,
    published_at TIMESTAMPTZ,
    published_prec TEXT,
    published_on DATE,
    outlet TEXT,
    url TEXT,
    author TEXT,
    language TEXT NOT NULL,
    media_type TEXT NOT NULL
);

COMMENT ON COLUMN article_version.position IS 'Place in the whole log, over all tables; starts at 1, no gaps';
COMMENT ON COLUMN article_version.event_id IS 'SHA-256 of what the event says: its type, schema version and payload';
COMMENT ON COLUMN article_version.stream IS 'The article_id: everything about one address';
COMMENT ON COLUMN article_version.stream_version IS 'Place in the stream; starts at 1, no gaps';
COMMENT ON COLUMN article_version.recorded_at IS 'When the ledger knew; the same for all events of a commit, never goes back';
COMMENT ON COLUMN article_version.run_id IS 'The run that appended the event';
COMMENT ON COLUMN article_version.producer IS 'What appended the event, with its version';
COMMENT ON COLUMN article_version.schema_version IS 'Version of the payload columns under which the event was written';
COMMENT ON COLUMN article_version.article_id IS 'Names the address; stays the same through revisions';
COMMENT ON COLUMN article_version.article_version IS 'SHA-256 of the clean text and the facts about it';
COMMENT ON COLUMN article_version.raw_digest IS 'SHA-256 of the raw bytes in the archive';
COMMENT ON COLUMN article_version.address IS 'The URL where one is known, else the path below the ingested folder';
COMMENT ON COLUMN article_version.file_name IS 'Name of the file that came in';
COMMENT ON COLUMN article_version.title IS 'Headline';
COMMENT ON COLUMN article_version.text IS 'Clean text, headline first; character ranges of claims point into it';
COMMENT ON COLUMN article_version.published_at IS 'When the public could know; midnight UTC where only the day is known';
COMMENT ON COLUMN article_version.published_prec IS 'second or day; null where published_at is';
COMMENT ON COLUMN article_version.published_on IS 'Day of publication at the outlet''s own place; null where published_at is';
COMMENT ON COLUMN article_version.outlet IS 'Who published the article';
COMMENT ON COLUMN article_version.url IS 'Where the article was published';
COMMENT ON COLUMN article_version.author IS 'Who wrote the article';
COMMENT ON COLUMN article_version.language IS 'Language of the text, ISO 639-1';
COMMENT ON COLUMN article_version.media_type IS 'text/plain or text/html';
