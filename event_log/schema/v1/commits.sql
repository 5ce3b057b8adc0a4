-- The primary key makes two writers in one process collide instead of giving the same positions twice.
CREATE TABLE commits (
    commit_id BIGINT PRIMARY KEY,
    first_position BIGINT NOT NULL,
    last_position BIGINT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id TEXT NOT NULL,
    producer TEXT NOT NULL,
    rows_digest TEXT NOT NULL,
    previous_digest TEXT NOT NULL,
    digest TEXT NOT NULL
);

COMMENT ON TABLE commits IS 'The chain: one row per commit, each carrying the digest of the one before.';
COMMENT ON COLUMN commits.commit_id IS 'Place of the commit in the chain; starts at 1, no gaps';
COMMENT ON COLUMN commits.first_position IS 'Position of the first event of the commit';
COMMENT ON COLUMN commits.last_position IS 'Position of the last event of the commit';
COMMENT ON COLUMN commits.recorded_at IS 'When the ledger knew; never goes back';
COMMENT ON COLUMN commits.run_id IS 'The run that appended';
COMMENT ON COLUMN commits.producer IS 'What appended, with its version';
COMMENT ON COLUMN commits.rows_digest IS 'SHA-256 over position, event id, stream version and stream of each event, in order';
COMMENT ON COLUMN commits.previous_digest IS 'digest of the commit before; 64 zeros for the first';
COMMENT ON COLUMN commits.digest IS 'SHA-256 over all columns before this one';
