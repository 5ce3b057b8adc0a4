{# What a list holds, each once, in order. Most hold one thing, which needs neither. #}
{% macro distinct_list(list) -%}
    case when len({{ list }}) = 1 then {{ list }} else list_sort(list_distinct({{ list }})) end
{%- endmacro %}

{# The same of a list of lists that are distinct and in order themselves. #}
{% macro distinct_union(lists) -%}
    case when len({{ lists }}) = 1 then {{ lists }}[1] else list_sort(list_distinct(flatten({{ lists }}))) end
{%- endmacro %}
