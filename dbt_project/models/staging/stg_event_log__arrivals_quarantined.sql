-- A table, as all of its kind: the rules are tried once for each build, and not by each of the models that keep to them.
{{ config(materialized='table') }}
select
    event_id,
    event_type,
    position,
    {{ rule_broken_by_arrival() }} as broken_rule,
    article_id,
    recorded_at
from {{ ref('stg_event_log__arrivals') }}
where broken_rule is not null
