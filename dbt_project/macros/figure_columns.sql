{# What the facts have in common; they differ in their family alone. #}
{% macro figures_of(family) -%}
    select
        fact_id, crisis_id, crisis, country_code, country, kind, group_name, place, is_national, scope, codebook,
        best, low, high, rule, grade,
        n_voices, n_outlets, n_articles, deciding_claim_ids, best_without_strongest,
        known_from, known_to, known_to is null as is_latest
    from {{ ref('int_figures_carried') }}
    where family = '{{ family }}'
{%- endmacro %}
