-- Moments at which nothing of a series stands because all that was said of it was taken back: no figure, and not the silence
-- of a series that was never spoken of either.
with closed as (
    select sets.bit, statements.*
    from {{ ref('int_statements_run') }} as statements
    inner join {{ ref('int_codebooks_combined') }} as sets on statements.codebooks = sets.codebooks
    where statements.is_confirmed and statements.closed_at is not null
)

select
    moments.moment_id,
    closed.bit as codebooks,
    count(distinct closed.voice_key) as n_voices,
    list_sort(list_distinct(list(closed.statement_id))) as deciding_statement_ids,
    hash(deciding_statement_ids) as decision_id
from closed
inner join {{ ref('int_moments_listed') }} as moments
    on closed.series_id = moments.series_id and closed.closed_at <= moments.known_from
anti join (
    select decided.moment_id, sets.bit
    from {{ ref('int_figures_decided') }} as decided
    inner join {{ ref('int_codebooks_combined') }} as sets on decided.codebooks = sets.codebooks
) as figures on moments.moment_id = figures.moment_id and closed.bit = figures.bit
group by moments.moment_id, closed.bit
having bool_and(closed.is_retracted)
