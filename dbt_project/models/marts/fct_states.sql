{{ kept_by_area('country_code') }}
-- A row for as long as nothing else was known; the claims that told it so meanwhile, and who was the first to.
with changes as (
    select
        known.*,
        assigned.crisis_id,
        coalesce(
            (begins_on, ends_on, state_status, level) is distinct from lag((begins_on, ends_on, state_status, level)) over told,
            true
        ) as is_change
    from {{ ref('int_states_known') }} as known
    left join {{ ref('int_claims_assigned') }} as assigned on known.position = assigned.position
    window told as (partition by state_id order by sequence)
),

versions as (
    select *, count(*) filter (where is_change) over (partition by state_id order by sequence) as version
    from changes
)

select
    state_id,
    arg_min(crisis_id, sequence) as crisis_id,
    any_value(family) as family,
    any_value(kind) as kind,
    any_value(country_code) as country_code,
    any_value(country) as country,
    any_value(place) as place,
    any_value(is_national) as is_national,
    arg_min(subject, sequence) as subject,
    any_value(begins_on) as begins_on,
    any_value(ends_on) as ends_on,
    any_value(state_status) as status,
    any_value(level) as level,
    arg_min(voice_id, sequence) as voice_id,
    arg_min(source, sequence) as source,
    list(claim_id order by sequence) as claim_ids,
    min(published_at) as known_from,
    lead(min(published_at)) over (partition by state_id order by version) as known_to
from versions
group by state_id, version
