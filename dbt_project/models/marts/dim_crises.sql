select
    crisis_id,
    title,
    is_declared,
    country_codes,
    starts_on,
    ends_on,
    n_articles,
    n_claims
from {{ ref('int_crises_listed') }}
