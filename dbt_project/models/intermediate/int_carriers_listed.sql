-- What the lists of claims that carry figures and conflicts say to people: each list once, however many rows share it.
with lists as (
    select hash(claim_keys) as carriers_id, any_value(claim_keys) as claim_keys
    from (
        select deciding_claim_keys as claim_keys from {{ ref('int_figures_merged') }}
        union all
        select claim_keys from {{ ref('int_conflicts_lasting') }}
        union all
        select rival_claim_keys from {{ ref('int_conflicts_lasting') }}
    )
    group by carriers_id
),

claims as (
    select distinct
        claims.claim_key, reviewed.claim_id, hash(claims.outlet) as outlet_hash, claims.text_key
    from {{ ref('int_claims_judged') }} as claims
    inner join {{ ref('int_claims_reviewed') }} as reviewed on claims.position = reviewed.position
    where claims.exclusion is null
)

select
    lists.carriers_id,
    {{ distinct_list('list(claims.claim_id)') }} as claim_ids,
    list_unique(list(claims.outlet_hash))::bigint as n_outlets,
    list_unique(list(claims.text_key))::bigint as n_articles
from (select carriers_id, unnest(claim_keys) as claim_key from lists) as lists
inner join claims on lists.claim_key = claims.claim_key
group by lists.carriers_id
