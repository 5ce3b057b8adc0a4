-- Who comes first among the voices that stand at a moment, and who second, as each codebook chooses: for what is said of the whole,
-- and for sums of parts. ACLED's lowest report is the lowest of those about as late.
with voices as (
    select
        unnest(range(ordered.first_moment_id, ordered.next_moment_id)) as moment_id,
        sets.bit,
        ordered.*
    from {{ ref('int_voices_ordered') }} as ordered
    inner join {{ ref('int_codebooks_combined') }} as sets on ordered.codebooks = sets.codebooks
    where sets.decides = 'lowest'
),

latest as (
    -- What was said before `outdated_at` is: reckoned here, once for all the voices of a moment.
    select
        moment_id, bit, reliability,
        max(said_at) as latest_at,
        max(said_at) - to_days({{ var('rival_days') }}) as outdated_at
    from voices
    group by moment_id, bit, reliability
),

-- One number to choose by, the least first: for the lowest it is reliability, then what is not outdated, then the order.
keyed as (
    select
        voices.moment_id, voices.bit, voices.weighed_id, voices.part_order, latest.latest_at,
        (2 * voices.reliability + coalesce(voices.said_at < latest.outdated_at, false)::int) * (1::bigint << 32)
        + voices.lowest_order as said_key
    from voices
    inner join latest
        on
            voices.moment_id = latest.moment_id
            and voices.bit = latest.bit
            and voices.reliability = latest.reliability
    union all
    select
        unnest(range(ordered.first_moment_id, ordered.next_moment_id)), sets.bit, ordered.weighed_id, ordered.part_order, null,
        ordered.recent_order
    from {{ ref('int_voices_ordered') }} as ordered
    inner join {{ ref('int_codebooks_combined') }} as sets on ordered.codebooks = sets.codebooks
    where sets.decides = 'recent'
)

select
    moment_id,
    bit,
    arg_min(weighed_id, said_key, 2) as said_ids,
    arg_min(weighed_id, part_order, 2) as part_ids,
    arg_min(latest_at, said_key) as latest_at
from keyed
group by moment_id, bit
