-- What each area rests on now, for the next build to compare with. A build that fails leaves it too, but what follows one makes
-- everything anew (`orchestration.provenance`).
-- depends_on: {{ ref('int_areas_changed') }}
select area_id, fingerprint
from {{ ref('int_areas_fingerprinted') }}
