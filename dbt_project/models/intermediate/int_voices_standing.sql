-- From which moment of its series each voice stands, by what it says at one turn, and before which one it ceases to. Whoever needs
-- the moments one by one lists them on the way: in a table they would be the largest of all.
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
