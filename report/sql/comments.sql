-- One statement per comment on a mart or a column of one; a COMMENT takes no parameter, so it is written out here, quoted.
-- What a mart was built from is said in its own comment, so that it goes wherever the mart goes.
with commented as (
    select
        'TABLE' as what,
        '"' || replace(table_name, '"', '""') || '"' as name,
        concat_ws(' ', comment, (
            select
                'Built from the log up to position ' || log_position || ' (' || log_digest || '), codebook ' || codebook
                || ', code ' || code_version || '.'
            from marts.meta
        )) as comment
    from (
        select schema_name, table_name, comment from duckdb_tables()
        union all
        select schema_name, view_name, comment from duckdb_views()
    )
    where schema_name = 'marts'

    union all

    select
        'COLUMN',
        '"' || replace(table_name, '"', '""') || '"."' || replace(column_name, '"', '""') || '"',
        comment
    from duckdb_columns()
    where schema_name = 'marts'
)

select 'COMMENT ON ' || what || ' ' || name || ' IS ''' || replace(comment, '''', '''''') || ''''
from commented
where comment is not null
order by what, name
