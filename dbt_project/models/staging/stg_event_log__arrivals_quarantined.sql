{{ kept_by_article() }}
-- A table, as all of its kind: the rules are tried once, and not by each of the models that keep to them.
with heard as {{ singled_out() }} (
    select * exclude (text)
    from {{ ref('stg_event_log__arrivals') }}
    where {{ is_heard_of() }}
)

select
    event_id,
    event_type,
    position,
    {{ rule_broken_by_arrival() }} as broken_rule,
    article_id,
    recorded_at
from heard
where broken_rule is not null
