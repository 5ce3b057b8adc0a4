-- What a voice stands by of each series from one of its turns to the next: `said` of the very thing, or `part` of it.
-- A part is never added to a reported whole, but a whole cannot be smaller than its part. Narrow: a ledger has many.
with bearing as (
    select
        standing.statement_id, standing.voice_key, standing.stands_from, standing.stands_to, standing.codebooks,
        nested.whole_series_id, nested.bearing
    from {{ ref('int_statements_standing') }} as standing
    inner join {{ ref('int_series_nested') }} as nested on standing.series_id = nested.series_id
    where standing.is_confirmed
),

spread as (
    select
        turns.turn_id,
        turns.series_id,
        bearing.codebooks,
        bearing.bearing,
        bearing.statement_id,
        min(bearing.codebooks) over turn != max(bearing.codebooks) over turn as is_split
    from {{ ref('int_voices_turned') }} as turns
    inner join bearing
        on
            turns.series_id = bearing.whole_series_id
            and turns.voice_key = bearing.voice_key
            and bearing.stands_from <= turns.known_from
            and (bearing.stands_to is null or bearing.stands_to > turns.known_from)
    window turn as (partition by turns.turn_id)
)

select
    spread.*,
    statements.series_id as own_series_id,
    statements.reliability,
    statements.value,
    statements.low,
    statements.high,
    statements.at_least,
    statements.at_most,
    statements.said_at
from ({{ split_sets('spread') }}) as spread
inner join {{ ref('int_statements_run') }} as statements on spread.statement_id = statements.statement_id
