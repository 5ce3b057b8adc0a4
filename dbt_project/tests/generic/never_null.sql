{# dbt's `not_null` for several columns in one look. #}
{% test never_null(model, columns) %}
    {{ config(fail_calc='coalesce(sum(n_rows), 0)') }}
    {%- set rules = [] -%}
    {%- for column in columns %}{% do rules.append((column ~ ' is null', column ~ ' is null')) %}{% endfor -%}
    {{ broken_rows(model, rules) }}
{% endtest %}
