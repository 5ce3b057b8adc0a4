{# These columns, or this one, tell each row from all others: none is null, and no two rows agree in all. #}
{% test is_key(model, column_name=none, columns=none) %}
    {{ config(fail_calc='coalesce(sum(n_rows), 0)') }}
    {%- set key = columns or [column_name] -%}
    {%- set nulls = [] -%}
    {%- for column in key %}{% do nulls.append((column ~ ' is null', column ~ ' is null')) %}{% endfor -%}
    {{ broken_keys(model, key, refused=nulls) }}
{% endtest %}
