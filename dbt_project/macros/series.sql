{# What a series is of. #}
{% macro series_columns() -%}
    crisis_id, family, country_code, country, kind, scope, group_name, side, place, region, is_national
{%- endmacro %}

{# The number of a series: what is counted of whom, where, and whether running total or one occasion.
   64 bits of an MD5: joins on it are many times as fast as on text, and a ledger has millions of series at the most. #}
{% macro series_id(group_name='group_name', place='place') -%}
    md5_number_lower(concat_ws('|', crisis_id, country_code, kind, scope, {{ group_name }}, {{ place }}))
{%- endmacro %}

{# The same of a series as one codebook reads it. #}
{% macro reading_id(codebook='codebook') -%}
    md5_number_lower(concat_ws('|', {{ codebook }}, crisis_id, country_code, kind, scope, group_name, place))
{%- endmacro %}
