-- Low and high: the bounds of the deciding statement, widened by its rivals. Any credible higher figure widens upwards,
-- confirmed or not; downwards only what was said about as late, since a running toll outdates what came before it.
-- And the grade: contested where another voice's interval leaves the best figure out, corroborated where one takes it in.
with figures as (
    select
        *,
        -- Reckoned before the voices come in: a date less some days is dear, and there are ten voices to a figure.
        decided_at - to_days({{ var('rival_days') }}) as late_from,
        latest_at - to_days({{ var('rival_days') }}) as peers_from
    from {{ ref('int_figures_decided') }}
),

voices as (
    select
        standing.reading_id, unnest(range(standing.first_number, standing.next_number))::integer as moment_number,
        weighed.weighed_id, reliability as voice_reliability, decides, said_at, said_low, at_least, at_most,
        said_value, part_value, greatest(said_high, part_high) as high
    from {{ ref('int_voices_standing') }} as standing
    inner join {{ ref('int_voices_weighed') }} as weighed on standing.weighed_id = weighed.weighed_id
),

compared as (
    select
        voices.*,
        figures.best,
        figures.reliability,
        voices.said_at >= figures.late_from as is_as_late,
        voices.said_value = figures.best or voices.part_value = figures.best as comes_to_best,
        voices.weighed_id != figures.deciding_weighed_id as is_other,
        -- As late as the deciding one, so that only the number decided between them.
        case voices.decides
            when 'recent' then voices.said_at = figures.decided_at
            else voices.said_at >= figures.peers_from
        end as is_peer
    from figures
    inner join voices on figures.reading_id = voices.reading_id and figures.moment_number = voices.moment_number
),

rivals as (
    select
        reading_id,
        moment_number,
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
    group by reading_id, moment_number
)

select
    figures.reading_id,
    figures.known_from,
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
from figures
inner join rivals on figures.reading_id = rivals.reading_id and figures.moment_number = rivals.moment_number
left join {{ ref('int_figures_unconfirmed') }} as unconfirmed
    on figures.reading_id = unconfirmed.reading_id and figures.moment_number = unconfirmed.moment_number
