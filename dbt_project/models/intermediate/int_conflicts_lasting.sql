-- A conflict lasts while the same two figures stand against each other, whoever carries them meanwhile.
with marked as (
    select
        *,
        row_number() over () as pair_number,
        md5_number_lower(concat_ws(
            '|', series_id, voice_id, rival_voice_id, low, high, rival_low, rival_high
        )) as figures
    from {{ ref('int_conflicts_paired') }}
),

paired as (
    select
        figures, known_from, known_to, pair_number, statement_id, rival_statement_id, codebooks,
        min(codebooks) over (partition by figures) != max(codebooks) over (partition by figures) as is_split
    from marked
),

begun as (
    select *, coalesce(known_from != lag(known_to) over pairs, true) as is_start
    from ({{ split_sets('paired') }})
    window pairs as (partition by figures, codebooks order by known_from)
),

numbered as (
    select *, sum(is_start::int) over (partition by figures, codebooks order by known_from) as conflict_number
    from begun
),

lasting as (
    select
        numbered.codebooks,
        arg_min(numbered.pair_number, numbered.known_from) as pair_number,
        {{ distinct_union('list(statements.claim_keys)') }} as claim_keys,
        {{ distinct_union('list(rivals.claim_keys)') }} as rival_claim_keys,
        min(numbered.known_from) as since,
        case when bool_and(numbered.known_to is not null) then max(numbered.known_to) end as resolved_at
    from numbered
    inner join {{ ref('int_statements_run') }} as statements on numbered.statement_id = statements.statement_id
    inner join {{ ref('int_statements_run') }} as rivals on numbered.rival_statement_id = rivals.statement_id
    group by numbered.figures, numbered.codebooks, numbered.conflict_number
)

select
    marked.series_id, marked.voice_id, marked.rival_voice_id, marked.low, marked.high, marked.rival_low, marked.rival_high,
    marked.gap, lasting.claim_keys, lasting.rival_claim_keys, lasting.since, lasting.resolved_at, lasting.codebooks
from lasting
inner join marked on lasting.pair_number = marked.pair_number
