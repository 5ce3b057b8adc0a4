-- Moments at which the same voices decide the same figure run together, before anybody asks which claims carried it: four
-- moments in ten change nothing but a voice that does not decide.
with figures as (
    select
        *,
        hash(best, low, high, rule, grade, n_voices, best_without_strongest, deciding_weighed_ids) as figure_hash,
        [] as deciding_statement_ids
    from {{ ref('int_figures_bounded') }}
    union all by name
    select
        reading_id, known_from, 'retracted' as rule, 'retracted' as grade, n_voices,
        hash(n_voices, deciding_statement_ids) as figure_hash, deciding_statement_ids
    from {{ ref('int_figures_retracted') }}
),

compared as (
    select
        figures.reading_id,
        figures.known_from,
        moments.known_to,
        figures.figure_hash is distinct from lag(figures.figure_hash) over of_reading
        or figures.known_from is distinct from lag(moments.known_to) over of_reading as is_change
    from figures
    inner join {{ ref('int_moments_listed') }} as moments
        on figures.reading_id = moments.reading_id and figures.known_from = moments.known_from
    window of_reading as (partition by figures.reading_id order by figures.known_from)
),

numbered as (
    select *, sum(is_change::int) over (partition by reading_id order by known_from) as run_number
    from compared
),

runs as (
    select
        reading_id,
        min(known_from) as known_from,
        -- Null is "until now" and outlasts every date.
        case when bool_and(known_to is not null) then max(known_to) end as known_to
    from numbered
    group by reading_id, run_number
)

select figures.* exclude (figure_hash), runs.known_to
from runs
inner join figures on runs.reading_id = figures.reading_id and runs.known_from = figures.known_from
