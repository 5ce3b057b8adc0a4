{# What our data tests give: one row per rule that is broken, in words, and how many rows break it. dbt itself says how
   many in all; `orchestration/broken_rules.py` reads out the words. #}

{# One look at the rows, for all rules: of each its words and the condition that breaks it. #}
{% macro broken_rows(model, rules) -%}
    select broken_rule, n_rows
    from (
        select unnest([
            {%- for rule, condition in rules %}
            {
                'broken_rule': '{{ rule | replace("'", "''") }}',
                'n_rows': count(*) filter (where {{ condition }})
            }{{ ',' if not loop.last }}
            {%- endfor %}
        ], recursive := true)
        from {{ model }}
    )
    where n_rows > 0
{%- endmacro %}

{# The rows that agree in all of these columns, nulls counting as equal; `refused`: what a key may not be, in words and as a condition. #}
{% macro broken_keys(model, columns, refused=[]) -%}
    select broken_rule, sum(n_rows) as n_rows
    from (
        select
            case
                {%- for rule, condition in refused %}
                when {{ condition }} then '{{ rule }}'
                {%- endfor %}
                when count(*) > 1 then '{{ columns | join(", ") }} is not unique'
            end as broken_rule,
            count(*) as n_rows
        from {{ model }}
        group by {{ columns | join(', ') }}
        having count(*) > 1{% for _, condition in refused %} or {{ condition }}{% endfor %}
    )
    group by broken_rule
{%- endmacro %}
