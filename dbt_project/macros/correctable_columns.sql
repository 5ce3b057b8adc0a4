{# What a reviewer may set in a claim: the columns of `claim_reviewed` from `kind` on. #}
{% macro correctable_columns() -%}
    {{ return([
        'kind', 'count_value', 'count_low', 'count_high', 'group_name', 'place', 'country_code', 'where_prec',
        'when_start', 'when_end', 'scope', 'source', 'source_type', 'status'
    ]) }}
{%- endmacro %}
