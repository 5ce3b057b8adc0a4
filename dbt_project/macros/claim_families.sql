{# The nine families, in the order of the claims guide, with their kinds; one table `<family>_reported` each in the log. #}
{% macro claim_kinds() -%}
    {{ return({
        'casualty': ['killed', 'injured', 'hospitalised', 'missing'],
        'detention': ['detained', 'released', 'abducted', 'convicted'],
        'displacement': ['displaced', 'evacuated'],
        'deployment': ['deployed', 'withdrawn'],
        'damage': ['damaged', 'destroyed', 'burned', 'looted', 'seized'],
        'unrest': ['protest', 'riot', 'clash', 'attack', 'use_of_force', 'strike'],
        'disruption': ['internet', 'telecom', 'media', 'transport', 'banking', 'power', 'production'],
        'measure': [
            'state_of_emergency', 'curfew', 'gathering_ban', 'movement_restriction', 'price_control', 'dismissal',
            'appointment', 'ceasefire', 'sanction', 'inquiry'
        ],
        'response': [
            'condemns', 'urges_restraint', 'requests_help', 'offers_help', 'accuses', 'denies', 'expresses_concern',
            'praises'
        ]
    }) }}
{%- endmacro %}

{% macro claim_families() -%}
    {{ return(claim_kinds().keys() | list) }}
{%- endmacro %}

{# Whether a kind is one of its family's. #}
{% macro is_kind_of_family(kind, family) -%}
    case {{ family }}
        {% for name, kinds in claim_kinds().items() -%}
        when '{{ name }}' then {{ kind }} in ('{{ kinds | join("', '") }}')
        {% endfor -%}
        else false
    end
{%- endmacro %}

{# The families whose claims become figures so far. #}
{% macro counted_families() -%}
    {{ return(['casualty', 'detention', 'displacement', 'deployment']) }}
{%- endmacro %}
