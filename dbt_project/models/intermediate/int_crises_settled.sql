{{ kept_by_area('country_code') }}
-- What the figures of each crisis rested on when they were last made, for the next build to compare with.
{%- for mart in crisis_marts() %}
-- depends_on: {{ ref(mart) }}
{%- endfor %}
select area_id, country_code, fingerprint
from {{ ref('int_crises_fingerprinted') }}
