{# No fact without claims: each deciding claim is a current claim that the ledger holds. #}
{% test claims_are_known(model) %}
    select facts.fact_id, deciding.claim_id
    from {{ model }} as facts
    left join lateral (select unnest(facts.deciding_claim_ids) as claim_id) as deciding on true
    left join {{ ref('fct_claims') }} as claims
        on deciding.claim_id = claims.claim_id and claims.is_current
    where claims.claim_id is null
{% endtest %}
