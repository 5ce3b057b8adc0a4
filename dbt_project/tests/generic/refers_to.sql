{# dbt's `relationships` for several columns in one look: of each the model that has its values, beside null, in a column
   of the same name. #}
{% test refers_to(model, columns) %}
    {{ config(fail_calc='coalesce(sum(n_rows), 0)') }}
    {%- set rules = [] -%}
    {%- for column, known in columns.items() -%}
        {%- set condition -%}
            {{ column }} not in (select known.{{ column }} from {{ known }} as known where known.{{ column }} is not null)
        {%- endset -%}
        {%- do rules.append((column ~ ' is not in ' ~ (known ~ '') | replace('"', ''), condition)) -%}
    {%- endfor -%}
    {{ broken_rows(model, rules) }}
{% endtest %}
