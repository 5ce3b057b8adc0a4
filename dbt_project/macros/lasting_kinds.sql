{# Kinds of measure and disruption that begin, last and end; a dismissal, an appointment or an inquiry only happens. #}
{% macro lasting_kinds() -%}
    {{ return([
        'state_of_emergency', 'curfew', 'gathering_ban', 'movement_restriction', 'price_control', 'ceasefire', 'sanction',
        'internet', 'telecom', 'media', 'transport', 'banking', 'power', 'production'
    ]) }}
{%- endmacro %}
