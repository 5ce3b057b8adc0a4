-- From when until when each voice stands by each of its statements: until its next one, or until it is taken back, after
-- which the one before stands again.
with statements as (
    select
        *,
        bool_or(closed_at is not null) over (partition by series_id, voice_id, is_confirmed) as has_closings
    from {{ ref('int_statements_run') }}
),

-- Nearly all series: nothing was ever taken back, and each statement simply ends with the next.
plain as (
    select
        statement_id,
        series_id,
        voice_id,
        is_confirmed,
        known_from as stands_from,
        -- Of two at one moment the later statement stands, and of those the same one in every build.
        lead(known_from) over (
            partition by series_id, voice_id, is_confirmed order by known_from, said_at, statement_id desc
        ) as stands_to
    from statements
    where not has_closings
),

turns as (
    select series_id, voice_id, is_confirmed, known_from as turn from statements where has_closings
    union
    select series_id, voice_id, is_confirmed, closed_at from statements where closed_at is not null
),

spans as (
    select
        *,
        lead(turn) over (partition by series_id, voice_id, is_confirmed order by turn) as next_turn
    from turns
),

fallen_back as (
    select
        statements.statement_id,
        spans.series_id,
        spans.voice_id,
        spans.is_confirmed,
        spans.turn as stands_from,
        spans.next_turn as stands_to
    from spans
    inner join statements
        on
            spans.series_id = statements.series_id
            and spans.voice_id = statements.voice_id
            and spans.is_confirmed = statements.is_confirmed
            and statements.known_from <= spans.turn
            and (statements.closed_at is null or statements.closed_at > spans.turn)
    qualify row_number() over (
        partition by spans.series_id, spans.voice_id, spans.is_confirmed, spans.turn
        order by statements.known_from desc, statements.said_at desc, statements.statement_id
    ) = 1
)

select * from plain
union all
select * from fallen_back
