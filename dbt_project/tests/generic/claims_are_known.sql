{# No fact without claims: each deciding claim is one that the ledger holds and that nobody superseded or rejected. #}
{% test claims_are_known(model) %}
    with deciding as (
        -- Each once, for most decide many facts; a fact that none decides is told of too.
        select distinct unnest(coalesce(nullif(deciding_claim_ids, []), [null])) as claim_id from {{ model }}
    )

    select deciding.claim_id
    from deciding
    left join {{ ref('int_claims_explained') }} as claims
        on deciding.claim_id = claims.claim_id and claims.exclusion not in ('superseded', 'rejected')
    where claims.claim_id is null
{% endtest %}
