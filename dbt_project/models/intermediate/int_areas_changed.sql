-- The areas whose facts this build makes anew: those that rest on something else than in the last build that ended well. All of
-- them in a full build.
{% set settled = table_as_it_stands('int_areas_settled') %}
select area_id
from {{ ref('int_areas_fingerprinted') }} as present
{% if settled -%}
full outer join {{ settled }} as former using (area_id)
where present.fingerprint is distinct from former.fingerprint
{%- endif %}
