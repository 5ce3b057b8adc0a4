-- The moments at which what is known of a series can change, each until the next.
with moments as (
    select distinct whole_series_id as series_id, known_from from {{ ref('int_statements_spread') }}
    union
    select distinct whole_series_id, closed_at from {{ ref('int_statements_spread') }} where closed_at is not null
)

select
    series_id,
    known_from,
    lead(known_from) over (partition by series_id order by known_from) as known_to
from moments
