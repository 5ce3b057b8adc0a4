{{ config(materialized='table') }}
-- Of events without rules that reach into one another the rules are tried here; those of arrivals, claims and reviews have
-- models of their own, since other rules ask what is in them.
{% set others = {
    'extraction_completed': rule_broken_by_extraction(),
    'article_withdrawn': rule_broken_by_withdrawal(),
    'article_redacted': rule_broken_by_redaction(),
    'article_rejected': rule_broken_by_rejection(),
    'article_released': rule_broken_by_release()
} -%}
with others as (
    {% for event_type, broken_rule in others.items() -%}
    select *, '{{ event_type }}' as event_type, {{ broken_rule }} as broken_rule
    from {{ source('event_log', event_type) }}
    {% if not loop.last %}union all by name{% endif %}
    {% endfor %}
),

events as (
    select event_id, event_type, position, broken_rule, article_id, extractor, extractor_version, recorded_at from others
    where broken_rule is not null
    {% for sort in ['arrivals', 'claims', 'reviews'] -%}
    union all by name
    from {{ ref('stg_event_log__' ~ sort ~ '_quarantined') }}
    {% endfor %}
)

select event_id, event_type, position, broken_rule, claim_id, article_id, extractor, extractor_version, recorded_at
from events
