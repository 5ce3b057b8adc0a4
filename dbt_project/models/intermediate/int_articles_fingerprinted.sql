-- All that an article's facts rest on in one number, so that a build can tell what changed since the last: its events, and what
-- other articles make of it (whose text it carries, whose voice its sources are). Sums, for they have no order.
with voices as (
    -- One number for each, and not for each of the many claims that quote it.
    select source, source_type, country_code, hash(voices) as mark
    from {{ ref('int_sources_voiced') }} as voices
),

resting_on as (
    select article_id, hash(position) as mark from {{ ref('stg_event_log__article_versions') }}
    {% for events in ['extractions', 'reviews', 'withdrawals', 'redactions'] -%}
    union all
    select article_id, hash(position) from {{ ref('stg_event_log__' ~ events) }}
    {% endfor %}

    union all

    select claims.article_id, hash(claims.position, claims.is_selected, claims.area_id, voices.mark)
    from {{ ref('int_claims_located') }} as claims
    left join voices
        on
            claims.source = voices.source
            and claims.source_type = voices.source_type
            and claims.country_code is not distinct from voices.country_code

    union all

    select texts.article_id, hash(texts, outlets)
    from {{ ref('int_texts_grouped') }} as texts
    left join {{ ref('int_outlets_named') }} as outlets on texts.original_outlet = outlets.wording
)

select article_id, sum(mark) as fingerprint
from resting_on
group by article_id
