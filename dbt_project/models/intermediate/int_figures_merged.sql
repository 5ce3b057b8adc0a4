-- Moments at which nothing about the figure changed run together: a new row is a change of the figure or of who carries it.
with figures as (
    select
        series_id, known_from, rule, best, low, high, grade, n_voices, best_without_strongest, deciding_statement_ids
    from {{ ref('int_figures_bounded') }}
    union all by name
    select series_id, known_from, 'retracted' as rule, 'retracted' as grade, n_voices, deciding_statement_ids
    from {{ ref('int_figures_retracted') }}
),

carried as (
    select
        figures.* exclude (deciding_statement_ids, statement_id),
        moments.known_to,
        list_sort(list_distinct(flatten(list(statements.claim_ids)))) as deciding_claim_ids
    from (select *, unnest(deciding_statement_ids) as statement_id from figures) as figures
    inner join {{ ref('int_statements_run') }} as statements on figures.statement_id = statements.statement_id
    inner join {{ ref('int_moments_listed') }} as moments
        on figures.series_id = moments.series_id and figures.known_from = moments.known_from
    group by all
),

compared as (
    select
        *,
        (best, low, high, rule, grade, n_voices, best_without_strongest, deciding_claim_ids) is distinct from
        lag((best, low, high, rule, grade, n_voices, best_without_strongest, deciding_claim_ids)) over moments
        or known_from is distinct from lag(known_to) over moments as is_change
    from carried
    window moments as (partition by series_id order by known_from)
),

numbered as (
    select *, sum(is_change::int) over (partition by series_id order by known_from) as figure_number
    from compared
)

select
    series_id, best, low, high, rule, grade, n_voices, best_without_strongest, deciding_claim_ids,
    min(known_from) as known_from,
    -- Null is "until now" and outlasts every date.
    case when bool_and(known_to is not null) then max(known_to) end as known_to
from numbered
group by series_id, figure_number, best, low, high, rule, grade, n_voices, best_without_strongest, deciding_claim_ids
