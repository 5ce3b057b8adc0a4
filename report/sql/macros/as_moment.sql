-- A moment as people write it: "2022-01-09 23:59+06", "2022-01-09 23:59", "2022-01-09"; DuckDB alone wants the seconds too.
-- Without a zone it is the session's.
create or replace macro as_moment(told) as
    regexp_replace(told::varchar, '^(\d+-\d+-\d+[ T]\d+:\d+)([-+]\d+(:\d+)?)?$', '\1:00\2')::timestamptz
