-- Who comes first among the voices that stand at a moment, and who second: for what is said of the whole, and for sums of parts.
-- UCDP: the more reliable, then the more recent, and where that cannot be told the lower. ACLED: of reports about as late the
-- lowest.
with voices as (
    select
        standing.reading_id, unnest(range(standing.first_number, standing.next_number))::integer as moment_number,
        weighed.reliability, weighed.decides, weighed.said_at, weighed.said_order, weighed.part_order
    from {{ ref('int_voices_standing') }} as standing
    inner join {{ ref('int_voices_weighed') }} as weighed on standing.weighed_id = weighed.weighed_id
),

latest as (
    -- What was said before `outdated_at` is: reckoned here, once for all the voices of a moment.
    select
        reading_id, moment_number, reliability,
        max(said_at) as latest_at,
        max(said_at) - to_days({{ var('rival_days') }}) as outdated_at
    from voices
    where decides = 'lowest'
    group by reading_id, moment_number, reliability
),

-- One number to choose by, the least first: reliability, then what is not outdated, then the order within the series.
keyed as (
    select
        voices.reading_id,
        voices.moment_number,
        (
            2 * voices.reliability
            + coalesce(voices.said_at < latest.outdated_at, false)::int
        ) * (1::bigint << 32) + voices.said_order as said_key,
        voices.part_order,
        latest.latest_at
    from voices
    left join latest  -- of those codebooks alone: said here as well, it would cost the hash join
        on
            voices.reading_id = latest.reading_id
            and voices.moment_number = latest.moment_number
            and voices.reliability = latest.reliability
)

select
    reading_id,
    moment_number,
    min(said_key, 2) as said_keys,
    min(part_order, 2) as part_orders,
    arg_min(latest_at, said_key) as latest_at
from keyed
group by reading_id, moment_number
