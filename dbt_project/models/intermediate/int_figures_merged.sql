-- Runs of a figure with the claims that decided it; where those are the same ones too, the runs are one interval: a new row
-- is a change of the figure or of who carries it.
with deciding as (
    select
        figures.moment_id, figures.bit,
        unnest(
            case when weighed.said_value = figures.best then [weighed.said_statement_id] else [] end
            || case when weighed.part_value = figures.best then weighed.part_statement_ids else [] end
        ) as statement_id
    from (
        select moment_id, bit, best, unnest(deciding_weighed_ids) as weighed_id from {{ ref('int_figures_run') }}
    ) as figures
    inner join {{ ref('int_voices_weighed') }} as weighed on figures.weighed_id = weighed.weighed_id
    union all
    select moment_id, bit, unnest(deciding_statement_ids) from {{ ref('int_figures_run') }}
),

carried as (
    select
        deciding.moment_id,
        deciding.bit,
        {{ distinct_union('list(statements.claim_keys)') }} as deciding_claim_keys
    from deciding
    inner join {{ ref('int_statements_run') }} as statements on deciding.statement_id = statements.statement_id
    group by deciding.moment_id, deciding.bit
),

figures as (
    select
        figures.* exclude (deciding_weighed_ids, deciding_statement_ids),
        carried.deciding_claim_keys,
        hash(best, low, high, rule, grade, n_voices, best_without_strongest, deciding_claim_keys) as figure_hash
    from {{ ref('int_figures_run') }} as figures
    inner join carried on figures.moment_id = carried.moment_id and figures.bit = carried.bit
),

compared as (
    select
        series_id, bit, moment_id, known_from, known_to,
        figure_hash is distinct from lag(figure_hash) over of_reading
        or known_from is distinct from lag(known_to) over of_reading as is_change
    from figures
    window of_reading as (partition by series_id, bit order by known_from)
),

numbered as (
    select *, sum(is_change::int) over (partition by series_id, bit order by known_from) as figure_number
    from compared
),

intervals as (
    select
        bit,
        min(moment_id) as moment_id,
        min(known_from) as known_from,
        case when bool_and(known_to is not null) then max(known_to) end as known_to
    from numbered
    group by series_id, bit, figure_number
)

select
    figures.series_id, figures.bit, best, low, high, rule, grade, n_voices, best_without_strongest, deciding_claim_keys,
    intervals.known_from, intervals.known_to
from intervals
inner join figures on intervals.moment_id = figures.moment_id and intervals.bit = figures.bit
