{{ kept_by_article() }}
-- One extractor version says a thing once; where its claim id comes again, the first keeps it.
with heard as {{ singled_out() }} (
    select * from {{ ref('stg_event_log__claims_reported') }}
    where {{ is_heard_of() }}
),

repeated as (
    select claim_id, extractor, extractor_version, min(position) as first_position
    from {{ ref('stg_event_log__claims_reported') }}
    {% if is_incremental() -%}
    where claim_id in (select heard.claim_id from heard)
    {% endif -%}
    group by claim_id, extractor, extractor_version
    having count(*) > 1
),

claimed_again as (
    select claims.position
    from heard as claims
    inner join repeated
        on
            claims.claim_id = repeated.claim_id
            and claims.extractor = repeated.extractor
            and claims.extractor_version = repeated.extractor_version
    where claims.position > repeated.first_position
)

select
    event_id,
    event_type,
    position,
    {{ rule_broken_by_claim() }} as broken_rule,
    claim_id,
    article_id,
    extractor,
    extractor_version,
    recorded_at
from heard
where broken_rule is not null
