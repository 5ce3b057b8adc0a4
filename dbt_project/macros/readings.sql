{# Joins what holds for a series and a set of codebooks to the readings of it. #}
{% macro join_readings(rows, series_id='series_id') -%}
    inner join {{ ref('int_codebooks_combined') }} as sets on {{ rows }}.codebooks = sets.codebooks
    inner join {{ ref('int_series_read') }} as readings
        on {{ rows }}.{{ series_id }} = readings.series_id and sets.bit = readings.bit
{%- endmacro %}
