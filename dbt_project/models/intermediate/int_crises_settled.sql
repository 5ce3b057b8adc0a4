{{ kept_by_area('country_code') }}
-- What the figures of each crisis rest on now, for the next build to compare with.
-- depends_on: {{ ref('int_crises_changed') }}
select area_id, country_code, fingerprint
from {{ ref('int_crises_fingerprinted') }}
