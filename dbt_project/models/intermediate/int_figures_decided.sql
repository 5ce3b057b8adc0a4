-- Best: of the voice that comes first. A whole that reliable offices report only in parts is the largest sum of one voice's
-- parts; a part larger than the reported whole raises it. And what would be best without the strongest voice.
with decided as (
    select
        *,
        {{ parts_decide('first_said', 'first_part') }} as is_from_parts,
        case when is_from_parts then first_part else first_said end as deciding
    from {{ ref('int_voices_foremost') }}
),

others as (
    select
        *,
        case when first_said.weighed_id = deciding.weighed_id then second_said else first_said end as other_said,
        case when first_part.weighed_id = deciding.weighed_id then second_part else first_part end as other_part
    from decided
)

select
    moment_id,
    codebooks,
    -- Whether of its rivals it is the lower, only all of them together can tell.
    case
        when is_from_parts and (first_said is null or first_part.reliability < first_said.reliability) then 'sum_of_parts'
        when is_from_parts then 'larger_part'
        else 'latest_report'
    end as rule,
    deciding.weighed_id as deciding_weighed_id,
    deciding.value as best,
    deciding.low as low,
    deciding.high as high,
    deciding.said_at as decided_at,
    deciding.reliability as reliability,
    deciding.reliability = {{ var('vague_reliability') }} as is_vague,
    latest_at,
    case when {{ parts_decide('other_said', 'other_part') }} then other_part.value else other_said.value end
        as best_without_strongest
from others
-- Rows that are weighed together lie together: what follows is several times as fast.
order by moment_id
