-- Low and high: the bounds of the deciding statement, widened by its rivals. Any credible higher figure widens upwards,
-- confirmed or not; downwards only what was said about as late, since a running toll outdates what came before it.
with rivals as (
    select
        figures.series_id,
        figures.known_from,
        min(voices.said_low) filter (
            voices.reliability <= figures.reliability
            and voices.said_at >= figures.decided_at - to_days({{ var('rival_days') }})
        ) as low,
        max(greatest(voices.said_high, voices.part_high)) filter (voices.reliability <= 2) as high,
        count(distinct voices.voice_id) filter (figures.best in (voices.said_value, voices.part_value)) as n_voices,
        list_sort(list_distinct(flatten(list(
            case when voices.said_value = figures.best then voices.said_claim_ids else [] end
            || case when voices.part_value = figures.best then voices.part_claim_ids else [] end
        )))) as deciding_claim_ids
    from {{ ref('int_figures_decided') }} as figures
    inner join {{ ref('int_voices_weighed') }} as voices
        on figures.series_id = voices.series_id and figures.known_from = voices.known_from
    group by figures.series_id, figures.known_from
),

unconfirmed as (
    select series_id, known_from, max(high) as high
    from {{ ref('int_statements_standing') }}
    where not is_confirmed and reliability <= 2
    group by series_id, known_from
)

select
    figures.series_id,
    figures.known_from,
    moments.known_to,
    figures.rule,
    figures.best,
    least(figures.best, figures.low, rivals.low) as low,
    greatest(figures.best, figures.high, rivals.high, unconfirmed.high) as high,
    rivals.n_voices,
    rivals.deciding_claim_ids
from {{ ref('int_figures_decided') }} as figures
inner join rivals on figures.series_id = rivals.series_id and figures.known_from = rivals.known_from
inner join {{ ref('int_moments_listed') }} as moments
    on figures.series_id = moments.series_id and figures.known_from = moments.known_from
left join unconfirmed
    on figures.series_id = unconfirmed.series_id and figures.known_from = unconfirmed.known_from
