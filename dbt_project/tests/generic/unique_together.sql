{# No two rows agree in all of these columns; nulls count as equal. `where` narrows the rows looked at. #}
{% test unique_together(model, columns, where='true') %}
    select {{ columns | join(', ') }}, count(*) as n_rows
    from {{ model }}
    where {{ where }}
    group by all
    having count(*) > 1
{% endtest %}
