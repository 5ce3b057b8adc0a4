-- Moments at which nothing about the figure changed run together: a new row is a change of the figure or of who carries it.
with compared as (
    select
        *,
        (best, low, high, rule, n_voices, deciding_claim_ids)
        is distinct from lag((best, low, high, rule, n_voices, deciding_claim_ids)) over moments
        or known_from is distinct from lag(known_to) over moments as is_change
    from {{ ref('int_figures_bounded') }}
    window moments as (partition by series_id order by known_from)
),

numbered as (
    select *, sum(is_change::int) over (partition by series_id order by known_from) as figure_number
    from compared
),

merged as (
    select
        series_id, best, low, high, rule, n_voices, deciding_claim_ids,
        min(known_from) as known_from,
        -- Null is "until now" and outlasts every date.
        case when bool_and(known_to is not null) then max(known_to) end as known_to
    from numbered
    group by series_id, figure_number, best, low, high, rule, n_voices, deciding_claim_ids
),

carriers as (
    select
        deciding.series_id,
        deciding.known_from,
        count(distinct claims.outlet) as n_outlets,
        count(distinct claims.article_id) as n_articles
    from (select series_id, known_from, unnest(deciding_claim_ids) as claim_id from merged) as deciding
    inner join {{ ref('int_claims_heard') }} as claims on deciding.claim_id = claims.claim_id
    group by deciding.series_id, deciding.known_from
),

series as (
    select distinct
        whole_series_id as series_id, family, country_code, country, kind, scope,
        whole_group as group_name, whole_place as place, whole_is_national as is_national
    from {{ ref('int_statements_spread') }}
)

select
    md5(concat_ws('|', merged.series_id, epoch_us(merged.known_from))) as fact_id,
    series.*,
    merged.* exclude (series_id),
    carriers.n_outlets,
    carriers.n_articles
from merged
inner join series on merged.series_id = series.series_id
inner join carriers on merged.series_id = carriers.series_id and merged.known_from = carriers.known_from
