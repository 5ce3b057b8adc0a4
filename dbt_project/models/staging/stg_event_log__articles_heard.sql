{{ config(materialized='table') }}
-- The articles that something came in about since the last build, be it in quarantine or not; all of them in a full build. What
-- rests on an article's own events alone is made anew for these, and kept for the rest.
{% set settled = table_as_it_stands('int_log_settled') %}
{% set since = 'position > (select settled.position from ' ~ settled ~ ' as settled)' if settled else 'true' %}
{% set tables = [
    'article_ingested', 'article_revised', 'article_withdrawn', 'article_redacted', 'extraction_completed', 'claim_reviewed'
] -%}
with came_in as (
    select article_id from {{ ref('stg_event_log__claims_reported') }} where {{ since }}
    {% for table in tables -%}
    union all
    select article_id from {{ source('event_log', table) }} where {{ since }}
    {% endfor %}

    union all

    -- A verdict is on a claim, whichever article makes it.
    select article_id from {{ ref('stg_event_log__claims_reported') }}
    where claim_id in (select reviews.claim_id from {{ source('event_log', 'claim_reviewed') }} as reviews where {{ since }})
)

select distinct article_id from came_in
