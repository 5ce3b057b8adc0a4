{# What rests on what came in about an article alone is kept from build to build, article by article. #}

{# Rows of articles that nothing came in about since the last build stay. #}
{% macro kept_by_article() -%}
    {{ config(materialized='incremental', incremental_strategy='articles', unique_key='article_id') -}}
    -- depends_on: {{ ref('stg_event_log__articles_heard') }}
{%- endmacro %}

{# The condition that a row is of an article that something came in about; all are where all is made anew. #}
{% macro is_heard_of(article_id='article_id') -%}
    {% if is_incremental() -%}
    {{ is_among_heard(article_id, ref('stg_event_log__articles_heard')) }}
    {%- else -%}
    true
    {%- endif %}
{%- endmacro %}

{% macro is_among_heard(article_id, articles) -%}
    {{ article_id }} in (select heard.article_id from {{ articles }} as heard)
{%- endmacro %}

{# For the CTE with what came in, before rules or patterns are tried on it. DuckDB would try them on all rows first, and ask which of these
   came in afterwards. Where all is made anew all of it came in, and to lay it aside would only cost. #}
{% macro singled_out() -%}
    {{ 'materialized' if is_incremental() else 'not materialized' }}
{%- endmacro %}

{# dbt's hook: the rows of the articles heard of make way for the new ones, also where there are none. #}
{% macro get_incremental_articles_sql(arguments) -%}
    {{ exchange_rows(arguments, is_heard_of(arguments.unique_key)) }}
{%- endmacro %}
