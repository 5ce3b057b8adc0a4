-- The first two voices at each moment with what they say, and the first two with what their parts add up to.
with said as (
    select
        reading_id, said_order,
        {'weighed_id': weighed_id, 'reliability': reliability, 'value': said_value, 'low': said_low, 'high': said_high,
         'said_at': said_at} as said
    from {{ ref('int_voices_weighed') }}
    where said_order is not null
),

part as (
    select
        reading_id, part_order,
        {'weighed_id': weighed_id, 'reliability': reliability, 'value': part_value, 'low': part_low, 'high': part_high,
         'said_at': part_said_at} as part
    from {{ ref('int_voices_weighed') }}
    where part_order is not null
)

select
    foremost.reading_id,
    foremost.moment_number,
    foremost.latest_at,
    said_ahead.said as first_said,
    said_next.said as second_said,
    part_ahead.part as first_part,
    part_next.part as second_part
from {{ ref('int_voices_ranked') }} as foremost
left join said as said_ahead
    on
        foremost.reading_id = said_ahead.reading_id
        and foremost.said_keys[1] & ((1::bigint << 32) - 1) = said_ahead.said_order
left join said as said_next
    on
        foremost.reading_id = said_next.reading_id
        and foremost.said_keys[2] & ((1::bigint << 32) - 1) = said_next.said_order
left join part as part_ahead
    on foremost.reading_id = part_ahead.reading_id and foremost.part_orders[1] = part_ahead.part_order
left join part as part_next
    on foremost.reading_id = part_next.reading_id and foremost.part_orders[2] = part_next.part_order
