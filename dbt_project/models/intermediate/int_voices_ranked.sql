-- Who comes first among the voices that stand at a moment, and who second, as each codebook chooses: for what is said of the whole,
-- and for sums of parts. ACLED's lowest report is the lowest of those about as late. Codebooks that choose the same way among the
-- same voices are one row.
with ordered as (
    select
        *,
        -- Of what does not hold in all codebooks: those in which the same of them stand at a moment choose among the same voices.
        case
            when codebooks != (select max(sets.codebooks) from {{ ref('int_codebooks_combined') }} as sets) then hash(weighed_id)
        end as mark
    from {{ ref('int_voices_ordered') }}
),

voices as (
    select
        unnest(range(ordered.first_moment_id, ordered.next_moment_id)) as moment_id,
        sets.bit, ordered.weighed_id, ordered.mark, ordered.reliability, ordered.part_order, ordered.said_at,
        ordered.lowest_order
    from ordered
    inner join {{ ref('int_codebooks_combined') }} as sets on ordered.codebooks = sets.codebooks
    where sets.decides = 'lowest'
),

latest as (
    -- What was said before `outdated_at` is: reckoned here, once for all the voices of a moment.
    select
        moment_id, bit, reliability,
        max(said_at) as latest_at,
        {{ days_later('max(said_at)', -var('rival_days')) }} as outdated_at
    from voices
    group by moment_id, bit, reliability
),

-- One number to choose by, the least first: for the lowest it is reliability, then what is not outdated, then the order.
keyed as (
    select
        voices.moment_id, voices.bit, voices.weighed_id, voices.mark, voices.reliability, voices.part_order, latest.latest_at,
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
        unnest(range(ordered.first_moment_id, ordered.next_moment_id)), sets.bit, ordered.weighed_id, ordered.mark,
        ordered.reliability, ordered.part_order, null, ordered.recent_order
    from ordered
    inner join {{ ref('int_codebooks_combined') }} as sets on ordered.codebooks = sets.codebooks
    where sets.decides = 'recent'
),

ranked as (
    select
        moment_id,
        bit,
        arg_min(weighed_id, said_key, 2) as said_ids,
        arg_min(weighed_id, part_order, 2) as part_ids,
        arg_min(latest_at, said_key) as latest_at,
        min(reliability) = {{ var('vague_reliability') }} as is_vague,
        -- A number word bears on figures that words alone decide.
        bit_xor(mark) filter (reliability < {{ var('vague_reliability') }}) as marks
    from keyed
    group by moment_id, bit
)

select moment_id, bit_or(bit) as codebooks, said_ids, part_ids, max(latest_at) as latest_at
from ranked
group by moment_id, said_ids, part_ids, marks, case when is_vague then bit end
