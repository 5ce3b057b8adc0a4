-- A conflict lasts while the same two figures stand against each other, whoever carries them meanwhile.
with paired as (
    select
        *,
        row_number() over () as pair_number,
        hash(voice_id, rival_voice_id, low, high, rival_low, rival_high) as figures_hash
    from {{ ref('int_conflicts_paired') }}
),

begun as (
    select
        series_id, figures_hash, known_from, known_to, pair_number,
        coalesce(known_from != lag(known_to) over pairs, true) as is_start
    from paired
    window pairs as (partition by series_id, figures_hash order by known_from)
),

numbered as (
    select
        *, sum(is_start::int) over (partition by series_id, figures_hash order by known_from) as conflict_number
    from begun
),

lasting as (
    select
        numbered.series_id,
        arg_min(numbered.pair_number, numbered.known_from) as pair_number,
        {{ distinct_union('list(statements.claim_keys)') }} as claim_keys,
        {{ distinct_union('list(rivals.claim_keys)') }} as rival_claim_keys,
        min(numbered.known_from) as since,
        case when bool_and(numbered.known_to is not null) then max(numbered.known_to) end as resolved_at
    from numbered
    inner join paired on numbered.pair_number = paired.pair_number
    inner join {{ ref('int_statements_run') }} as statements on paired.statement_id = statements.statement_id
    inner join {{ ref('int_statements_run') }} as rivals on paired.rival_statement_id = rivals.statement_id
    group by numbered.series_id, numbered.figures_hash, numbered.conflict_number
)

select
    paired.series_id, paired.voice_id, paired.rival_voice_id, paired.low, paired.high, paired.rival_low, paired.rival_high,
    paired.gap, lasting.claim_keys, lasting.rival_claim_keys, lasting.since, lasting.resolved_at
from lasting
inner join paired on lasting.pair_number = paired.pair_number
