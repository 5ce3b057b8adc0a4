{# Whether the parts decide rather than what is said of the whole: there is no whole, only the parts are as reliable, or they
   come to more. `said` and `part`: aliases of structs with reliability and value. #}
{% macro parts_decide(said, part) -%}
    ({{ said }} is null and {{ part }} is not null)
    or coalesce({{ part }}.reliability < {{ said }}.reliability, false)
    or coalesce({{ part }}.reliability = {{ said }}.reliability and {{ part }}.value > {{ said }}.value, false)
{%- endmacro %}
