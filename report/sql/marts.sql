-- Each mart as the warehouse's own catalogue would create it again, in the main schema, where a client finds it by its bare name.
select table_name, replace(sql, 'CREATE TABLE marts.', 'CREATE TABLE ')
from duckdb_tables()
where schema_name = 'marts'
order by table_name
