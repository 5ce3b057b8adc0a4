-- Each figure with what it is of, and by how many outlets and texts it was carried.
with carriers as (
    select
        deciding.series_id,
        deciding.known_from,
        list_unique(list(claims.outlet_hash))::bigint as n_outlets,
        list_unique(list(claims.text_hash))::bigint as n_articles
    from (
        select series_id, known_from, unnest(deciding_claim_ids) as claim_id from {{ ref('int_figures_merged') }}
    ) as deciding
    inner join (
        select distinct claim_id, hash(outlet) as outlet_hash, hash(text_id) as text_hash from {{ ref('int_claims_heard') }}
    ) as claims on deciding.claim_id = claims.claim_id
    group by deciding.series_id, deciding.known_from
)

select
    md5(concat_ws('|', figures.series_id, epoch_us(figures.known_from))) as fact_id,
    series.*,
    crises.title as crisis,
    figures.* exclude (series_id),
    carriers.n_outlets,
    carriers.n_articles
from {{ ref('int_figures_merged') }} as figures
inner join {{ ref('int_series_listed') }} as series on figures.series_id = series.series_id
inner join {{ ref('int_crises_listed') }} as crises on series.crisis_id = crises.crisis_id
inner join carriers on figures.series_id = carriers.series_id and figures.known_from = carriers.known_from
