{# dbt's `accepted_values` for several columns in one look: of each the values that it may have, beside null. #}
{% test codes_are_known(model, columns) %}
    {{ config(fail_calc='coalesce(sum(n_rows), 0)') }}
    {%- set rules = [] -%}
    {%- for column, codes in columns.items() -%}
        {%- do rules.append((
            column ~ ' is none of ' ~ codes | join(', '), column ~ " not in ('" ~ codes | join("', '") ~ "')"
        )) -%}
    {%- endfor -%}
    {{ broken_rows(model, rules) }}
{% endtest %}
