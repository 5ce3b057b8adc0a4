-- Who is quoted, and when each wording was first heard: an earlier spelling leads the later ones.
select
    source,
    source_type,
    country_code,
    min(published_at) as first_published_at
from {{ ref('int_claims_reviewed') }}
where source is not null and review_status != 'rejected'
group by source, source_type, country_code
