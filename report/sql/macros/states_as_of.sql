-- Measures and disruptions as known at a moment, and, with a day, those of that day; `day` is a day in the world, `at` a moment
-- of knowledge. Places nest: what is national holds in every place of the country.
create or replace macro states_as_of("at", "day" := null) as table
    select
        state_id, family, kind, country_code, country, place, is_national, subject, begins_on, ends_on, status, level,
        voice_id, source, claim_ids, known_from
    from fct_states
    where
        known_from <= "at"::timestamptz
        and (known_to is null or "at"::timestamptz < known_to)
        and (
            "day"::date is null
            or ((begins_on is null or begins_on <= "day"::date) and (ends_on is null or "day"::date <= ends_on))
        )
