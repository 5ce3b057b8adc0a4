-- At each moment of each series, the voices that then stood, as numbers alone: this is the largest table of all.
with spans as (
    select
        weighed.reading_id,
        weighed.weighed_id,
        first_moments.moment_number as first_number,
        coalesce(next_moments.moment_number, first_moments.n_moments + 1) as next_number
    from {{ ref('int_voices_weighed') }} as weighed
    inner join {{ ref('int_moments_listed') }} as first_moments
        on weighed.reading_id = first_moments.reading_id and weighed.known_from = first_moments.known_from
    left join {{ ref('int_moments_listed') }} as next_moments
        on weighed.reading_id = next_moments.reading_id and weighed.known_to = next_moments.known_from
)

select reading_id, weighed_id, unnest(range(first_number, next_number))::integer as moment_number
from spans
