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
        moment_id, bit, 'retracted' as rule, 'retracted' as grade, n_voices,
        hash(n_voices, deciding_statement_ids) as figure_hash, deciding_statement_ids
    from {{ ref('int_figures_retracted') }}
),

compared as (
    select
        moments.series_id,
        figures.bit,
        figures.moment_id,
        figures.figure_hash is distinct from lag(figures.figure_hash) over of_reading
        or figures.moment_id != lag(figures.moment_id) over of_reading + 1 as is_change
    from figures
    inner join {{ ref('int_moments_listed') }} as moments on figures.moment_id = moments.moment_id
    window of_reading as (partition by moments.series_id, figures.bit order by figures.moment_id)
),

numbered as (
    select *, sum(is_change::int) over (partition by series_id, bit order by moment_id) as run_number
    from compared
),

runs as (
    select series_id, bit, min(moment_id) as first_id, max(moment_id) as last_id
    from numbered
    group by series_id, bit, run_number
)

select runs.series_id, figures.* exclude (figure_hash), first_moments.known_from, last_moments.known_to
from runs
inner join figures on runs.first_id = figures.moment_id and runs.bit = figures.bit
inner join {{ ref('int_moments_listed') }} as first_moments on runs.first_id = first_moments.moment_id
inner join {{ ref('int_moments_listed') }} as last_moments on runs.last_id = last_moments.moment_id
