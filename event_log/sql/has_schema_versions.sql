SELECT 1
FROM duckdb_tables()
WHERE table_name = 'schema_versions'
    AND NOT internal
    AND database_name = current_database();
