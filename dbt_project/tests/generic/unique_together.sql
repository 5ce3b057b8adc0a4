{# No two rows agree in all of these columns, of which some may be null; nulls count as equal. `where` narrows the rows
   looked at. #}
{% test unique_together(model, columns, where='true') %}
    {{ config(fail_calc='coalesce(sum(n_rows), 0)') }}
    {{ broken_keys('(select * from ' ~ model ~ ' where ' ~ where ~ ')', columns) }}
{% endtest %}
