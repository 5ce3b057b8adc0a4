{# A condition over the columns of one row that no row may break, or several. #}
{% test is_true(model, condition) %}
    {{ config(fail_calc='coalesce(sum(n_rows), 0)') }}
    {%- set rules = [] -%}
    {%- for held in ([condition] if condition is string else condition) -%}
        {%- do rules.append(('not true: ' ~ held, '(' ~ held ~ ') is not true')) -%}
    {%- endfor -%}
    {{ broken_rows(model, rules) }}
{% endtest %}
