-- The crises whose figures this build makes anew. What is told of a country changes often, most of its past crises do not.
-- depends_on: {{ ref('int_areas_changed') }}
{% set settled = table_as_it_stands('int_crises_settled') %}
select area_id
from {{ ref('int_crises_fingerprinted') }} as present
{% if settled -%}
full outer join (select * from {{ settled }} where {{ has_changed('country_code') }}) as former using (area_id)
where present.fingerprint is distinct from former.fingerprint
{%- endif %}
