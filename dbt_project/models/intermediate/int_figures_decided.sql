-- Best: of the voice that comes first. A whole that reliable offices report only in parts is the largest sum of one voice's
-- parts; a part larger than the reported whole raises it. And what would be best without the strongest voice.
with said as (
    select
        series_id, said_order,
        {'voice_id': voice_id, 'reliability': reliability, 'value': said_value, 'low': said_low, 'high': said_high,
         'said_at': said_at} as said
    from {{ ref('int_voices_weighed') }}
    where said_order is not null
),

part as (
    select
        series_id, part_order,
        {'voice_id': voice_id, 'reliability': reliability, 'value': part_value, 'low': part_low, 'high': part_high,
         'said_at': part_said_at} as part
    from {{ ref('int_voices_weighed') }}
    where part_order is not null
),

ahead as (
    select
        foremost.series_id,
        foremost.moment_number,
        foremost.latest_at,
        said_ahead.said as first_said,
        said_next.said as second_said,
        part_ahead.part as first_part,
        part_next.part as second_part
    from {{ ref('int_voices_ranked') }} as foremost
    left join said as said_ahead
        on
            foremost.series_id = said_ahead.series_id
            and foremost.said_keys[1] & ((1::bigint << 32) - 1) = said_ahead.said_order
    left join said as said_next
        on
            foremost.series_id = said_next.series_id
            and foremost.said_keys[2] & ((1::bigint << 32) - 1) = said_next.said_order
    left join part as part_ahead
        on foremost.series_id = part_ahead.series_id and foremost.part_orders[1] = part_ahead.part_order
    left join part as part_next
        on foremost.series_id = part_next.series_id and foremost.part_orders[2] = part_next.part_order
),

decided as (
    select
        *,
        {{ parts_decide('first_said', 'first_part') }} as is_from_parts,
        case when is_from_parts then first_part else first_said end as deciding
    from ahead
),

others as (
    select
        *,
        case when first_said.voice_id = deciding.voice_id then second_said else first_said end as other_said,
        case when first_part.voice_id = deciding.voice_id then second_part else first_part end as other_part
    from decided
)

select
    others.series_id,
    others.moment_number,
    moments.known_from,
    -- Whether of its rivals it is the lower, only all of them together can tell.
    case
        when is_from_parts and (first_said is null or first_part.reliability < first_said.reliability) then 'sum_of_parts'
        when is_from_parts then 'larger_part'
        else 'latest_report'
    end as rule,
    deciding.voice_id as deciding_voice_id,
    deciding.value as best,
    deciding.low as low,
    deciding.high as high,
    deciding.said_at as decided_at,
    deciding.reliability as reliability,
    others.latest_at,
    case when {{ parts_decide('other_said', 'other_part') }} then other_part.value else other_said.value end
        as best_without_strongest
from others
inner join {{ ref('int_moments_listed') }} as moments
    on others.series_id = moments.series_id and others.moment_number = moments.moment_number
