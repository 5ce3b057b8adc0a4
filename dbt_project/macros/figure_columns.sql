{# What the three facts have in common; they differ in their family alone. #}
{% macro figures_of(family) -%}
    select
        fact_id, country_code, country, kind, group_name, place, is_national, scope,
        best::bigint as best, low::bigint as low, high::bigint as high, rule,
        n_voices, n_outlets, n_articles, deciding_claim_ids,
        known_from, known_to, known_to is null as is_latest
    from {{ ref('int_figures_merged') }}
    where family = '{{ family }}'
{%- endmacro %}
