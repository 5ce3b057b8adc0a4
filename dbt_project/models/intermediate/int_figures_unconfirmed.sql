-- How high what credible voices give without confirming it goes, at each moment that there is such; where in some codebooks there is
-- none, these have a row of their own.
with bearing as (
    select nested.whole_series_id as series_id, standing.codebooks, standing.stands_from, standing.stands_to, statements.high
    from {{ ref('int_statements_standing') }} as standing
    inner join {{ ref('int_series_nested') }} as nested on standing.series_id = nested.series_id
    inner join {{ ref('int_statements_run') }} as statements on standing.statement_id = statements.statement_id
    where not standing.is_confirmed and statements.reliability <= 2
),

highest as (
    select
        moments.moment_id,
        sets.bit,
        max(bearing.high) filter ((bearing.codebooks & sets.bit) != 0) as high
    from bearing
    inner join {{ ref('int_moments_listed') }} as moments
        on
            bearing.series_id = moments.series_id
            and bearing.stands_from <= moments.known_from
            and (bearing.stands_to is null or bearing.stands_to > moments.known_from)
    inner join {{ ref('int_codebooks_combined') }} as sets on sets.codebooks = sets.bit
    group by moments.moment_id, sets.bit
)

select moment_id, bit_or(bit) as codebooks, high
from highest
group by moment_id, high
