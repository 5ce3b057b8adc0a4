-- Moments at which nothing of a series stands because all that was said of it was taken back: no figure, and not the silence
-- of a series that was never spoken of either.
with silent as (
    select moments.reading_id, moments.known_from
    from {{ ref('int_moments_listed') }} as moments
    left join {{ ref('int_figures_decided') }} as figures
        on moments.reading_id = figures.reading_id and moments.known_from = figures.known_from
    where figures.reading_id is null
),

closed as (
    select readings.reading_id, statements.*
    from {{ ref('int_statements_run') }} as statements
    {{ join_readings('statements') }}
    where statements.is_confirmed and statements.closed_at is not null
)

select
    silent.reading_id,
    silent.known_from,
    count(distinct closed.voice_id) as n_voices,
    list_sort(list_distinct(list(closed.statement_id))) as deciding_statement_ids
from silent
inner join closed on silent.reading_id = closed.reading_id and closed.closed_at <= silent.known_from
group by silent.reading_id, silent.known_from
having bool_and(closed.is_retracted)
