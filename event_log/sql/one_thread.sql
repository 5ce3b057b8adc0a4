-- For many small questions asked from several threads at once: DuckDB's own would only stand in their way.
SET threads = 1;
