-- Per mart the statements that make it again and fill it, in the main schema, where a client finds it by its bare name: as the
-- warehouse's own catalogue would create it, or with the columns of what is a view there. What is asked of figures is those of one
-- codebook as of a moment: the rows that answer lie together.
with marts as (
    select table_name, replace(sql, 'CREATE TABLE marts.', 'CREATE TABLE ') as ddl
    from duckdb_tables()
    where schema_name = 'marts'

    union all

    select
        views.view_name,
        'CREATE TABLE "' || replace(views.view_name, '"', '""') || '" ('
        || string_agg('"' || replace(column_name, '"', '""') || '" ' || data_type, ', ' order by column_index) || ')'
    from duckdb_views() as views
    inner join duckdb_columns() as columns
        on views.schema_name = columns.schema_name and views.view_name = columns.table_name
    where views.schema_name = 'marts'
    group by views.view_name
),

figures as (
    select table_name
    from duckdb_columns()
    where schema_name = 'marts' and column_name in ('codebook', 'known_from')
    group by table_name
    having count(*) = 2
)

select
    table_name,
    ddl,
    'INSERT INTO "' || replace(table_name, '"', '""') || '" FROM warehouse.marts."' || replace(table_name, '"', '""') || '"'
    || case when table_name in (select figures.table_name from figures) then ' ORDER BY codebook, known_from' else '' end
from marts
order by table_name
