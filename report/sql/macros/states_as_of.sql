-- Measures and disruptions as known at a moment, and, with a day, those of that day; `day` is a day in the world, `at` a moment
-- of knowledge. Places nest: what is national holds in every place of the country.
create or replace macro states_as_of("at", "day" := null) as table
    with moment as (
        -- "2022-01-06 23:59+06": DuckDB wants the seconds too where a zone follows.
        select regexp_replace("at"::varchar, '^(\d+-\d+-\d+[ T]\d+:\d+)([-+]\d+(:\d+)?)$', '\1:00\2')::timestamptz as at
    )

    select
        state_id, family, kind, country_code, country, place, is_national, subject, begins_on, ends_on, status, level,
        voice_id, source, claim_ids, known_from
    from fct_states
    inner join moment on known_from <= moment.at and (known_to is null or moment.at < known_to)
    where
        "day"::date is null
        or ((begins_on is null or begins_on <= "day"::date) and (ends_on is null or "day"::date <= ends_on))
