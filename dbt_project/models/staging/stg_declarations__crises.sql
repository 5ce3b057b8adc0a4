-- Crises that the home declares in its crises.yml, checked and written as JSON by the command line. None is the usual case.
{% set declarations = env_var('NEWSLEDGER_CRISES', '') %}
select
    crisis_id,
    ordinal,
    title,
    country_codes,
    places,
    words,
    starts_on,
    ends_on
{% if declarations -%}
from read_json(
    '{{ declarations | replace("'", "''") }}',
    format = 'array',
    columns = {
        crisis_id: 'varchar', ordinal: 'integer', title: 'varchar', country_codes: 'varchar[]', places: 'varchar[]',
        words: 'varchar[]', starts_on: 'date', ends_on: 'date'
    }
)
{%- else -%}
from (
    select
        null::varchar as crisis_id, null::integer as ordinal, null::varchar as title, null::varchar[] as country_codes,
        null::varchar[] as places, null::varchar[] as words, null::date as starts_on, null::date as ends_on
)
where false
{%- endif %}
