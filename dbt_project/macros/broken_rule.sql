{# What is wrong with a claim event, in words; null where nothing is. Whoever breaks a rule here is kept out of the facts
   and shown in `dim_quarantine`, so that one event that should not be there does not stop all the others. #}
{% macro broken_rule() -%}
    case
        when event_type != family || '_reported' then 'its family is not that of its event type'
        when article_id not in (select article_id from {{ ref('stg_event_log__articles') }})
            then 'its article is not in the log'
        when status not in ('asserted', 'planned', 'unconfirmed', 'denied', 'ended') then 'its status is not known'
        when scope not in ('total', 'incident') then 'its scope is not known'
        when count_low > count_high then 'its lowest count is above its highest'
        when least(count_value, count_low, count_high) < 0 then 'it counts less than nothing'
        when evidence_start < 0 or evidence_end < evidence_start then 'its sentence has no place in a text'
        when when_start > when_end then 'it ends before it begins'
    end
{%- endmacro %}
