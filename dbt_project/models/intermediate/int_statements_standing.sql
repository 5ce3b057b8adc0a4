-- At each moment, what each voice then stands by: its latest statement that it has not taken back. After a retraction
-- that is again the one before.
select
    moments.series_id,
    moments.known_from,
    statements.* exclude (series_id, whole_series_id, known_from),
    statements.series_id as own_series_id
from {{ ref('int_moments_listed') }} as moments
inner join {{ ref('int_statements_spread') }} as statements
    on
        moments.series_id = statements.whole_series_id
        and statements.known_from <= moments.known_from
        and (statements.closed_at is null or statements.closed_at > moments.known_from)
qualify row_number() over (
    partition by
        moments.series_id, moments.known_from, statements.series_id, statements.voice_id, statements.is_confirmed
    order by statements.known_from desc
) = 1
