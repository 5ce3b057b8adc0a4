-- For whoever appends much. One thread: a commit is too small to share out. A checkpoint packs the last rows of every
-- table anew, so it should come seldom; until then they stand in the write-ahead log, which is as safe.
SET threads = 1;
SET checkpoint_threshold = '128MB';
