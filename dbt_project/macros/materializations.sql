{# Tables and views put in the place of the last ones. dbt's own way makes each under another name, renames the old, renames
   the new and drops the old: four calls of its macros, each of which gathers all macros anew, a fifth of a small build.
   DuckDB drops and makes in one transaction: whoever breaks it off leaves the old one standing. #}

{% materialization table, adapter='duckdb', supported_languages=['sql', 'python'] %}
    {%- set table = this.incorporate(type='table') -%}
    {%- do make_way() -%}
    {%- call statement('main', language=model.language) -%}
        {{ create_table_as(false, table, compiled_code, model.language) }}
    {%- endcall -%}
    {%- if model.language == 'sql' -%}
        {%- do persist_docs(table, model) -%}
        {%- do adapter.commit() -%}
    {%- endif -%}
    {{ return({'relations': [table]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {%- set view = this.incorporate(type='view') -%}
    {%- do make_way() -%}
    {%- call statement('main') -%}
        {{ get_create_view_as_sql(view, compiled_code) }}
    {%- endcall -%}
    {%- do persist_docs(view, model) -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [view]}) }}
{% endmaterialization %}

{% macro make_way() -%}
    {%- set last = load_cached_relation(this) -%}
    {%- if last -%}
        {%- call statement('make_way') -%}
            drop {{ last.type }} {{ last }}
        {%- endcall -%}
        {%- if model.language == 'python' -%}
            {#- Python makes its table in a transaction of its own, which must find the old one gone. -#}
            {%- do adapter.commit() -%}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}

{# The new rows of a model in Python are a table, which would stay in the warehouse, one more after each build. #}
{% macro drop_what_python_made(arguments) -%}
    {%- if model.language == 'python' -%}
    drop table {{ arguments.temp_relation }};
    {%- endif -%}
{%- endmacro %}

{# dbt's hook for comments on tables and columns. Where rows are kept so are they: the build that made the table was of the same code. #}
{% macro duckdb__persist_docs(relation, model, for_relation, for_columns) -%}
    {%- if not is_incremental() -%}
        {%- do default__persist_docs(relation, model, for_relation, for_columns) -%}
    {%- endif -%}
{%- endmacro %}
