{# Days are days of UTC, all of one length. Asked for a day more, or for the day of a moment, DuckDB asks the calendar of a time
   zone, which takes thirty times as long. #}

{% macro days_later(moment, days) -%}
    make_timestamptz(epoch_us({{ moment }}) + ({{ days }}) * 86400000000)
{%- endmacro %}

{% macro day_of(moment) -%}
    make_timestamp(epoch_us({{ moment }}))::date
{%- endmacro %}
