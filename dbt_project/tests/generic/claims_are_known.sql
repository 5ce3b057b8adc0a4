{# No fact without claims: each deciding claim is one that the ledger holds and that nobody superseded or rejected. #}
{% test claims_are_known(model) %}
    select facts.fact_id, deciding.claim_id
    from {{ model }} as facts
    left join lateral (select unnest(facts.deciding_claim_ids) as claim_id) as deciding on true
    left join {{ ref('fct_claims') }} as claims
        on deciding.claim_id = claims.claim_id and claims.exclusion not in ('superseded', 'rejected')
    where claims.claim_id is null
{% endtest %}
