{{ config(materialized='view') }}
-- What all the voices of a moment make of its figure: how far they widen it, whether they support it or leave it out, and which of
-- them come to it themselves.
with standing as (
    -- Reckoned before the moments come in, for they are many: what a voice has no say in is null.
    select
        first_moment_id, next_moment_id, codebooks, weighed_id, reliability, said_value, part_value, said_low,
        reliability = {{ var('vague_reliability') }} as is_vague,
        {{ days_later('said_at', var('rival_days')) }} as late_until,
        case when reliability <= 2 then greatest(said_high, part_high) end as credible_high,
        case when reliability <= 2 then at_least end as credible_from,
        coalesce(at_most, 1e18::bigint) as credible_to,  -- more than is ever counted
        case when not is_vague then at_least end as rivals_from,
        case when not is_vague then at_most end as rivals_to
    from {{ ref('int_voices_weighed') }}
),

voices as (
    select
        unnest(range(first_moment_id, next_moment_id)) as moment_id,
        * exclude (first_moment_id, next_moment_id)
    from standing
),

compared as (
    select
        voices.* exclude (codebooks),
        figures.codebooks,
        figures.best,
        voices.said_value = figures.best or voices.part_value = figures.best as comes_to_best,
        voices.weighed_id != figures.deciding_weighed_id as is_other,
        voices.late_until >= figures.decided_at as is_as_late,
        voices.reliability <= figures.reliability as is_as_reliable,
        voices.reliability = figures.reliability and voices.said_value > figures.best as is_higher_peer
    from voices
    inner join {{ ref('int_figures_decided') }} as figures
        on
            voices.moment_id = figures.moment_id
            -- A number word is weighed against words alone.
            and voices.is_vague = figures.is_vague
            and (voices.codebooks & figures.codebooks) != 0
)

select
    moment_id,
    codebooks,
    min(said_low) filter (is_as_reliable and is_as_late) as low,
    max(credible_high) as high,
    max(late_until) filter (is_higher_peer) as higher_until,
    bool_or(is_other and (rivals_from > best or (rivals_to < best and is_as_late))) as has_rival,
    bool_or(is_other and best between credible_from and credible_to) as has_supporter,
    list_sort(list(weighed_id) filter (comes_to_best)) as deciding_weighed_ids
from compared
group by moment_id, codebooks
