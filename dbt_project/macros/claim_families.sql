{# The nine families, in the order of the claims guide; one table `<family>_reported` each in the log. #}
{% macro claim_families() -%}
    {{ return([
        'casualty', 'detention', 'displacement', 'deployment', 'damage', 'unrest', 'disruption', 'measure', 'response'
    ]) }}
{%- endmacro %}

{# The families whose claims become figures so far. #}
{% macro counted_families() -%}
    {{ return(['casualty', 'detention', 'displacement', 'deployment']) }}
{%- endmacro %}
