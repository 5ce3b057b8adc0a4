{% for family in claim_families() -%}
select *, '{{ family }}_reported' as event_type from {{ source('event_log', family ~ '_reported') }}
{% if not loop.last %}union all by name{% endif %}
{% endfor %}
