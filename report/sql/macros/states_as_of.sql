-- Measures and disruptions as known at a moment, and, with a day, those of that day; `day` is a day in the world, `moment` one of
-- knowledge. Places nest: what is national holds in every place of the country.
create or replace macro states_as_of(moment, "day" := null) as table
select
    crises.title as crisis,
    states.family,
    states.kind,
    states.country_code,
    states.country,
    states.place,
    states.is_national,
    states.subject,
    states.begins_on,
    states.ends_on,
    states.status,
    states.level,
    states.voice_id,
    states.source,
    states.claim_ids,
    states.known_from,
    states.state_id
from fct_states as states
left join dim_crises as crises on states.crisis_id = crises.crisis_id
where
    states.known_from <= as_moment(moment)
    and (states.known_to is null or states.known_to > as_moment(moment))
    and (
        "day"::date is null
        or (
            (states.begins_on is null or states.begins_on <= "day"::date)
            and (states.ends_on is null or "day"::date <= states.ends_on)
        )
    )
