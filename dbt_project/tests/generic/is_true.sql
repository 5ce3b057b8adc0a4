{# A condition over the columns of one row that no row may break. #}
{% test is_true(model, condition) %}
    select * from {{ model }} where ({{ condition }}) is not true
{% endtest %}
