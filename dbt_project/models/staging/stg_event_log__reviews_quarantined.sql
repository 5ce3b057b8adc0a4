{{ config(materialized='table') }}
with reviews as (
    select * replace (string_split(corrected_fields, ' ') as corrected_fields)
    from {{ source('event_log', 'claim_reviewed') }}
),

reviewed as (
    select *
    from {{ ref('stg_event_log__claims') }}
    where claim_id in (select claim_id from reviews)
    qualify row_number() over (partition by claim_id order by position) = 1
),

-- What the claim would say with the verdict.
corrected as (
    select
        reviews.* replace (
            {% for column in correctable_columns() -%}
            case
                when list_contains(reviews.corrected_fields, '{{ column }}') then reviews.{{ column }}
                else reviewed.{{ column }}
            end as {{ column }}{{ ',' if not loop.last }}
            {% endfor %}
        ),
        reviewed.article_id as claimed,
        reviewed.family
    from reviews
    left join reviewed on reviews.claim_id = reviewed.claim_id
)

select
    event_id,
    'claim_reviewed' as event_type,
    position,
    {{ rule_broken_by_review() }} as broken_rule,
    claim_id,
    article_id,
    recorded_at
from corrected
where broken_rule is not null
