-- Low and high: the bounds of the deciding statement, widened by its rivals. Any credible higher figure widens upwards,
-- confirmed or not; downwards only what was said about as late, since a running toll outdates what came before it.
-- And the grade: contested where another voice's interval leaves the best figure out, corroborated where one takes it in.
with standing as (
    select
        weighed.first_moment_id, weighed.next_moment_id, sets.bit, sets.decides, weighed.weighed_id,
        weighed.reliability as voice_reliability, weighed.said_value, weighed.part_value, weighed.said_low,
        weighed.at_least, weighed.at_most, greatest(weighed.said_high, weighed.part_high) as high,
        -- Reckoned before the moments come in, for they are many: until when what it said is about as late.
        weighed.said_at, weighed.said_at + to_days({{ var('rival_days') }}) as late_until
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
        figures.reliability,
        voices.late_until >= figures.decided_at as is_as_late,
        voices.said_value = figures.best or voices.part_value = figures.best as comes_to_best,
        voices.weighed_id != figures.deciding_weighed_id as is_other,
        -- As late as the deciding one, so that only the number decided between them.
        case voices.decides
            when 'recent' then voices.said_at = figures.decided_at
            else voices.late_until >= figures.latest_at
        end as is_peer
    from voices
    inner join {{ ref('int_figures_decided') }} as figures
        on voices.moment_id = figures.moment_id and voices.bit = figures.bit
),

rivals as (
    select
        moment_id,
        bit,
        min(said_low) filter (voice_reliability <= reliability and is_as_late) as low,
        max(high) filter (voice_reliability <= 2) as high,
        count(*) filter (comes_to_best) as n_voices,
        count(*) filter (
            is_other
            and voice_reliability < {{ var('vague_reliability') }}
            and (at_least > best or (at_most < best and is_as_late))
        ) as n_rivals,
        count(*) filter (
            is_other and voice_reliability <= 2 and best between at_least and coalesce(at_most, best)
        ) as n_supporters,
        coalesce(bool_or(said_value > best) filter (is_peer and voice_reliability = reliability), false) as has_higher_peer,
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
        when rivals.n_rivals > 0 then 'contested'
        when greatest(rivals.n_supporters + 1, rivals.n_voices) > 1 then 'corroborated'
        else 'single_voice'
    end as grade,
    rivals.n_voices,
    figures.best_without_strongest,
    rivals.deciding_weighed_ids
from {{ ref('int_figures_decided') }} as figures
inner join rivals on figures.moment_id = rivals.moment_id and figures.bit = rivals.bit
left join {{ ref('int_figures_unconfirmed') }} as unconfirmed
    on figures.moment_id = unconfirmed.moment_id and figures.bit = unconfirmed.bit
