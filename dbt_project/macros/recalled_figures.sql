{# How an article leads up to a number that it calls former: what stands between the beginning of its sentence and the number,
   in lower case, ends like one of these. Each begins at a word and reaches the number with no other number between. #}
{% macro recalled_figures() -%}
    {% set openings = [
        '(previous|earlier|prior|former|initial|last|first)( [a-z]+){0,2} (toll|count|figure|estimate|tally|number|report|total)s?[^.;0-9]{0,30}',
        '(previously|initially|originally|formerly)( been)? (put|reported|given|estimated|stated|counted|announced)[^.;0-9]{0,20}',
        '(up|down) from( an?| the)?( earlier| previous| initial)?( toll| count| figure)?( of)?( [a-z]+)? ?',
        '(rose|risen|climbed|jumped|increased|up|down|fell|revised|raised|lowered|corrected|grew) from( an?| the)?( earlier| previous)?( [a-z]+)?( of)? ?',
        'had (stood|been put) at ?'
    ] -%}
    {{ return('\\b(' ~ openings | join('|') ~ ')$') }}
{%- endmacro %}
