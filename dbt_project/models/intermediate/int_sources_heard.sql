-- Who is quoted, and when each wording was first heard: an earlier spelling leads the later ones.
select
    source,
    source_type,
    country_code,
    min(published_at) as first_published_at
from {{ ref('int_claims_located') }}
where is_selected and not is_rejected and source is not null
group by source, source_type, country_code
