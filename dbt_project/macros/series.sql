{# Two claims in which one voice speaks of one thing: same country, kind, group, place and scope. #}
{% macro same_statement_series(left, right) -%}
    {{ left }}.voice_id = {{ right }}.voice_id
    and {{ left }}.country_code = {{ right }}.country_code
    and {{ left }}.kind = {{ right }}.kind
    and {{ left }}.group_name = {{ right }}.group_name
    and {{ left }}.place = {{ right }}.place
    and {{ left }}.scope = {{ right }}.scope
{%- endmacro %}

{# The name of a series: what is counted, of whom, where, and whether running total or one occasion. #}
{% macro series_id(group_name='group_name', place='place') -%}
    md5(concat_ws('|', country_code, kind, scope, {{ group_name }}, {{ place }}))
{%- endmacro %}
