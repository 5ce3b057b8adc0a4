{# What is built anew at each build, and what is kept from the last. #}

{# The condition that an area is one of those that changed. #}
{% macro has_changed(area, changed=none) -%}
    {{ area }} in (select changed.area_id from {{ changed or ref('int_areas_changed') }} as changed)
{%- endmacro %}

{# The area of a row: its country or, where it has none, its article. #}
{% macro area_of(country_code='country_code', article_id='article_id') -%}
    coalesce({{ country_code }}, {{ article_id }})
{%- endmacro %}

{# A table that this build or the last one made; none before the first, and none in a build that makes all anew. By name, where a
   ref to it would be a circle. #}
{% macro table_as_it_stands(name, schema='intermediate') -%}
    {% if execute and not flags.FULL_REFRESH %}
        {{ return(adapter.get_relation(target.database, schema, name)) }}
    {% endif %}
{%- endmacro %}

{# A crisis within a country: figures rest on nothing beyond it. #}
{% macro crisis_area() -%}
    country_code || '|' || crisis_id
{%- endmacro %}

{# Rows of areas that did not change stay; `area` says which area a row is of. #}
{% macro kept_by_area(area) -%}
    {{ config(materialized='incremental', incremental_strategy='areas', unique_key=area) -}}
    -- depends_on: {{ ref('int_areas_changed') }}
{%- endmacro %}

{# The same for what is told of a country or of none: the latter is of as many areas as articles, and few, so all of it is made anew. #}
{% macro kept_by_country() -%}
    {{ config(materialized='incremental', incremental_strategy='countries', unique_key='country_code') -}}
    -- depends_on: {{ ref('int_areas_changed') }}
{%- endmacro %}

{% macro is_of_country_changed(country_code='country_code') -%}
    {% if is_incremental() -%}
    ({{ country_code }} is null or {{ has_changed(country_code) }})
    {%- else -%}
    true
    {%- endif %}
{%- endmacro %}

{# Rows of crises that did not change stay. #}
{% macro kept_by_crisis() -%}
    {{ config(materialized='incremental', incremental_strategy='crises', unique_key=crisis_area()) -}}
    -- depends_on: {{ ref('int_crises_changed') }}
{%- endmacro %}

{# dbt's hooks for incremental strategies of one's own: `unique_key` says which area or crisis a row is of, and the rows of all that
   changed make way for the new ones, also where there are none. #}
{% macro get_incremental_areas_sql(arguments) -%}
    {{ exchange_rows(arguments, has_changed(arguments.unique_key)) }}
{%- endmacro %}

{% macro get_incremental_countries_sql(arguments) -%}
    {{ exchange_rows(arguments, is_of_country_changed(arguments.unique_key)) }}
{%- endmacro %}

{% macro get_incremental_crises_sql(arguments) -%}
    {{ exchange_rows(arguments, has_changed(arguments.unique_key, ref('int_crises_changed'))) }}
{%- endmacro %}

{# For rows that have a key: those that were made make way for themselves. #}
{% macro get_incremental_rows_sql(arguments) -%}
    {%- set key = '(' ~ arguments.unique_key | join(', ') ~ ')' -%}
    {{ exchange_rows(arguments, key ~ ' in (select ' ~ key ~ ' from ' ~ arguments.temp_relation ~ ')') }}
{%- endmacro %}

{# Of rows that are made anew most are what they were, and only those that differ are written. No two rows of a table are the same;
   they are told apart by their hash, and found again by their place. #}
{% macro exchange_rows(arguments, is_made_anew) -%}
    {%- set table, made = arguments.target_relation, arguments.temp_relation -%}
    {%- set columns = get_quoted_csv(arguments.dest_columns | map(attribute='name')) -%}
    create or replace temp table standing as
    select rowid as row_place, hash({{ columns }}) as row_hash
    from {{ table }}
    where {{ is_made_anew }};
    delete from {{ table }}
    where rowid in (select row_place from standing where row_hash not in (select hash({{ columns }}) from {{ made }}));
    insert into {{ table }} ({{ columns }})
    select {{ columns }} from {{ made }} where hash({{ columns }}) not in (select row_hash from standing);
    drop table standing;
    {{ drop_what_python_made(arguments) }}
{%- endmacro %}

{# dbt's hook for what a data test looks at: in a build that keeps rows, those that were made now. The rest were looked at when they
   were made. #}
{% macro get_where_subquery(relation) -%}
    {%- set tested = graph.nodes.get(model.attached_node) if execute and flags.WHICH == 'build' else none -%}
    {%- set strategy = tested.config.incremental_strategy if tested and table_as_it_stands('int_log_settled') -%}
    {%- set made_now -%}
        {% if strategy == 'areas' %}
            {{ has_changed(tested.config.unique_key, table_as_it_stands('int_areas_changed')) }}
        {% elif strategy == 'crises' %}
            {{ has_changed(tested.config.unique_key, table_as_it_stands('int_crises_changed')) }}
        {% elif strategy == 'articles' %}
            {{ is_among_heard(tested.config.unique_key, table_as_it_stands('stg_event_log__articles_heard', 'staging')) }}
        {% endif %}
    {%- endset -%}
    {%- if made_now | trim -%}
        {%- set relation -%}
            (select * from {{ relation }} where {{ made_now }})
        {%- endset -%}
    {%- endif -%}
    {{ return(dbt.default__get_where_subquery(relation)) }}
{%- endmacro %}
