-- Per series and moment, each voice with the whole that it reports and the whole that its parts add up to.
with said as (
    select *
    from {{ ref('int_statements_standing') }}
    where bearing = 'said' and is_confirmed
    qualify row_number() over (
        partition by series_id, known_from, voice_id order by said_at desc, value
    ) = 1
)

select
    coalesce(said.series_id, parts.series_id) as series_id,
    coalesce(said.known_from, parts.known_from) as known_from,
    coalesce(said.voice_id, parts.voice_id) as voice_id,
    coalesce(said.reliability, parts.reliability) as reliability,
    said.value as said_value,
    said.low as said_low,
    said.high as said_high,
    said.said_at,
    said.claim_ids as said_claim_ids,
    -- Parts that a voice gave before its own total are overtaken by it; the same figure under a narrower name
    -- ("criminals" for "people") is the same statement, carried once more.
    said.said_at is null or parts.said_at >= said.said_at or parts.value = said.value as counts_parts,
    case when counts_parts then parts.value end as part_value,
    case when counts_parts then parts.low end as part_low,
    case when counts_parts then parts.high end as part_high,
    case when counts_parts then parts.said_at end as part_said_at,
    case when counts_parts then parts.claim_ids end as part_claim_ids
from said
full outer join {{ ref('int_parts_summed') }} as parts
    on
        said.series_id = parts.series_id
        and said.known_from = parts.known_from
        and said.voice_id = parts.voice_id
