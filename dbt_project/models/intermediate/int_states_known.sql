-- Each state as known at each moment that something was told of it. What is planned is in force once somebody says so.
-- Of one moment all claims count together: the frames take in those of the same time.
with running as (
    select
        *,
        arg_max(status = 'ended', sequence) over moments as is_ended,
        min(day) filter (where status = 'ended') over moments as ended_on,
        min(day) filter (where status = 'asserted') over moments as asserted_on,
        min(day) filter (where status = 'unconfirmed') over moments as unconfirmed_on,
        min(day) filter (where status = 'planned') over moments as planned_on,
        arg_max(stated_end_on, sequence) filter (where stated_end_on is not null) over moments as stated_on,
        arg_max(level, sequence) filter (where level is not null) over moments as last_level,
        first_value(claim_id) over (partition by country_code, place, kind, spell order by sequence) as first_claim_id
    from {{ ref('int_states_spelled') }}
    window moments as (
        partition by country_code, place, kind, spell
        order by published_at range between unbounded preceding and current row
    )
)

select
    position,
    claim_id,
    sequence,
    published_at,
    family,
    kind,
    country_code,
    country,
    place,
    is_national,
    subject,
    source,
    voice_id,
    md5(concat_ws('|', country_code, place, kind, first_claim_id)) as state_id,
    coalesce(asserted_on, unconfirmed_on, planned_on) as begins_on,
    case when is_ended then ended_on else stated_on end as ends_on,
    case
        when is_ended then 'ended'
        when asserted_on is not null then 'in_force'
        when unconfirmed_on is not null then 'unconfirmed'
        else 'planned'
    end as state_status,
    case when not is_ended then last_level end as level
from running
