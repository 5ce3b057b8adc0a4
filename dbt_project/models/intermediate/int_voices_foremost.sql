{{ config(materialized='view') }}
-- The first two voices at each moment with what they say, and the first two with what their parts add up to.
with said as (
    select
        weighed_id,
        {'weighed_id': weighed_id, 'reliability': reliability, 'value': said_value, 'low': said_low, 'high': said_high,
         'said_at': said_at} as said
    from {{ ref('int_voices_weighed') }}
),

part as (
    select
        weighed_id,
        {'weighed_id': weighed_id, 'reliability': reliability, 'value': part_value, 'low': part_low, 'high': part_high,
         'said_at': part_said_at} as part
    from {{ ref('int_voices_weighed') }}
)

select
    ranked.moment_id,
    ranked.codebooks,
    ranked.latest_at,
    said_ahead.said as first_said,
    said_next.said as second_said,
    part_ahead.part as first_part,
    part_next.part as second_part
from {{ ref('int_voices_ranked') }} as ranked
left join said as said_ahead on ranked.said_ids[1] = said_ahead.weighed_id
left join said as said_next on ranked.said_ids[2] = said_next.weighed_id
left join part as part_ahead on ranked.part_ids[1] = part_ahead.weighed_id
left join part as part_next on ranked.part_ids[2] = part_next.weighed_id
