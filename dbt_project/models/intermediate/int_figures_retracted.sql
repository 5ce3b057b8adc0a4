-- Moments at which nothing of a series stands because all that was said of it was taken back: no figure, and not the silence
-- of a series that was never spoken of either.
with silent as (
    select moments.series_id, moments.known_from
    from {{ ref('int_moments_listed') }} as moments
    left join {{ ref('int_figures_decided') }} as figures
        on moments.series_id = figures.series_id and moments.known_from = figures.known_from
    where figures.series_id is null
)

select
    silent.series_id,
    silent.known_from,
    count(distinct statements.voice_id) as n_voices,
    list_sort(list_distinct(list(statements.statement_id))) as deciding_statement_ids
from silent
inner join {{ ref('int_statements_run') }} as statements
    on
        silent.series_id = statements.series_id
        and statements.is_confirmed
        and statements.closed_at <= silent.known_from
group by silent.series_id, silent.known_from
having bool_and(statements.is_retracted)
