-- From when until when each voice stands by each of its statements: until its next one, or until it is taken back, after
-- which the one before stands again.
with given as (
    select
        statement_id, series_id, voice_key, is_confirmed, known_from, said_at, closed_at, codebooks,
        bool_or(closed_at is not null) over speaker as has_closings,
        min(codebooks) over speaker != max(codebooks) over speaker as is_split
    from {{ ref('int_statements_run') }}
    window speaker as (partition by series_id, voice_key, is_confirmed)
),

speakers as (
    select *, hash(series_id, voice_key, is_confirmed, codebooks) as speaker
    from ({{ split_sets('given') }})
),

statements as (
    select
        *,
        -- Of two at one moment the later statement stands, and of those the same one in every build.
        row_number() over (partition by speaker order by known_from, said_at, statement_id desc) as place
    from speakers
),

-- Nearly all series: nothing was ever taken back, and each statement simply ends with the next.
plain as (
    select
        statement_id, series_id, voice_key, is_confirmed, codebooks,
        known_from as stands_from,
        lead(known_from) over (partition by speaker order by place) as stands_to
    from statements
    where not has_closings
),

turns as (
    select speaker, known_from as turn from statements where has_closings
    union
    select speaker, closed_at from statements where closed_at is not null
),

spans as (
    select
        *,
        lead(turn) over (partition by speaker order by turn) as next_turn
    from turns
),

-- The newest of those that were not taken back by then.
uppermost as (
    select spans.speaker, spans.turn, spans.next_turn, max(statements.place) as place
    from spans
    inner join statements
        on
            spans.speaker = statements.speaker
            and statements.known_from <= spans.turn
            and (statements.closed_at is null or statements.closed_at > spans.turn)
    group by spans.speaker, spans.turn, spans.next_turn
),

fallen_back as (
    select
        statements.statement_id, statements.series_id, statements.voice_key, statements.is_confirmed, statements.codebooks,
        uppermost.turn as stands_from,
        uppermost.next_turn as stands_to
    from uppermost
    inner join statements on uppermost.speaker = statements.speaker and uppermost.place = statements.place
)

select * exclude (codebooks), bit_or(codebooks) as codebooks
from (select * from plain union all select * from fallen_back)
-- One that another of the same moment comes before stands for no time at all.
where stands_from is distinct from stands_to
group by all
