-- What each area rested on when its facts were last made, for the next build to compare with. The last table of a build, so
-- that a build which failed leaves the former one.
{%- for mart in area_marts() %}
-- depends_on: {{ ref(mart) }}
{%- endfor %}
select area_id, fingerprint
from {{ ref('int_areas_fingerprinted') }}
