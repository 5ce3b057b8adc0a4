-- Low and high: the bounds of the deciding statement, widened by its rivals. Any credible higher figure widens upwards,
-- confirmed or not; downwards only what was said about as late, since a running toll outdates what came before it.
-- And the grade: contested where another voice's interval leaves the best figure out, corroborated where one takes it in.
with standing as (
    -- Reckoned before the moments come in, for they are many: what a voice has no say in is null.
    select
        weighed.first_moment_id, weighed.next_moment_id, sets.bit, weighed.weighed_id, weighed.reliability,
        weighed.said_value, weighed.part_value, weighed.said_low,
        weighed.said_at + to_days({{ var('rival_days') }}) as late_until,
        case sets.decides when 'recent' then weighed.said_at else late_until end as peer_until,
        case when weighed.reliability <= 2 then greatest(weighed.said_high, weighed.part_high) end as credible_high,
        case when weighed.reliability <= 2 then weighed.at_least end as credible_from,
        coalesce(weighed.at_most, 'infinity'::double) as credible_to,
        case when weighed.reliability < {{ var('vague_reliability') }} then weighed.at_least end as rivals_from,
        case when weighed.reliability < {{ var('vague_reliability') }} then weighed.at_most end as rivals_to
    from {{ ref('int_voices_weighed') }} as weighed
    inner join {{ ref('int_codebooks_combined') }} as sets on weighed.codebooks = sets.codebooks
),

voices as (
    select
        unnest(range(first_moment_id, next_moment_id)) as moment_id,
        * exclude (first_moment_id, next_moment_id)
    from standing
),

compared as (
    select
        voices.*,
        figures.best,
        voices.said_value = figures.best or voices.part_value = figures.best as comes_to_best,
        voices.weighed_id != figures.deciding_weighed_id as is_other,
        voices.late_until >= figures.decided_at as is_as_late,
        voices.reliability <= figures.reliability as is_as_reliable,
        -- As late as the deciding one, so that only the number decided between them. Where the most recent decides, nothing as
        -- reliable is later than it, and this is the same moment.
        voices.reliability = figures.reliability
        and voices.peer_until >= coalesce(figures.latest_at, figures.decided_at) as is_peer
    from voices
    inner join {{ ref('int_figures_decided') }} as figures
        on voices.moment_id = figures.moment_id and voices.bit = figures.bit
),

rivals as (
    select
        moment_id,
        bit,
        min(said_low) filter (is_as_reliable and is_as_late) as low,
        max(credible_high) as high,
        bool_or(is_peer and said_value > best) as has_higher_peer,
        bool_or(is_other and (rivals_from > best or (rivals_to < best and is_as_late))) as has_rival,
        bool_or(is_other and best between credible_from and credible_to) as has_supporter,
        list_sort(list(weighed_id) filter (comes_to_best)) as deciding_weighed_ids
    from compared
    group by moment_id, bit
)

select
    figures.moment_id,
    figures.bit,
    case when figures.rule = 'latest_report' and rivals.has_higher_peer then 'lower_of_rivals' else figures.rule end as rule,
    figures.best,
    least(figures.best, figures.low, rivals.low) as low,
    greatest(figures.best, figures.high, rivals.high, unconfirmed.high) as high,
    case
        when rivals.has_rival then 'contested'
        when rivals.has_supporter or len(rivals.deciding_weighed_ids) > 1 then 'corroborated'
        else 'single_voice'
    end as grade,
    len(rivals.deciding_weighed_ids) as n_voices,
    figures.best_without_strongest,
    rivals.deciding_weighed_ids
from {{ ref('int_figures_decided') }} as figures
inner join rivals on figures.moment_id = rivals.moment_id and figures.bit = rivals.bit
left join {{ ref('int_figures_unconfirmed') }} as unconfirmed
    on figures.moment_id = unconfirmed.moment_id and figures.bit = unconfirmed.bit
