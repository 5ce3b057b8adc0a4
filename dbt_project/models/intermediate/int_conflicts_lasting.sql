-- A conflict lasts while the same two figures stand against each other, whoever carries them meanwhile.
with marked as (
    select
        *,
        hash(series_id, voice_key, rival_voice_key, low, high, rival_low, rival_high) as figures
    from {{ ref('int_conflicts_paired') }}
),

paired as (
    select *, min(codebooks) over pair != max(codebooks) over pair as is_split
    from marked
    window pair as (partition by figures)
),

begun as (
    -- A voice may give one figure twice at a time, of two forces: what overlaps is one conflict as well.
    select *, coalesce(known_from > max(coalesce(known_to, 'infinity'::timestamptz)) over before, true) as is_start
    from ({{ split_sets('paired') }})
    window before as (
        partition by figures, codebooks order by known_from, gap rows between unbounded preceding and 1 preceding
    )
),

numbered as (
    select *, sum(is_start::int) over (partition by figures, codebooks order by known_from, gap) as conflict_number
    from begun
)

select
    any_value(numbered.series_id) as series_id,
    any_value(numbered.voice_key) as voice_key,
    any_value(numbered.rival_voice_key) as rival_voice_key,
    any_value(numbered.low) as low,
    any_value(numbered.high) as high,
    any_value(numbered.rival_low) as rival_low,
    any_value(numbered.rival_high) as rival_high,
    arg_min(numbered.gap, (numbered.known_from, numbered.gap)) as gap,
    {{ distinct_union('list(statements.claim_keys)') }} as claim_keys,
    {{ distinct_union('list(rivals.claim_keys)') }} as rival_claim_keys,
    min(numbered.known_from) as since,
    case when bool_and(numbered.known_to is not null) then max(numbered.known_to) end as resolved_at,
    numbered.codebooks
from numbered
inner join {{ ref('int_statements_run') }} as statements on numbered.statement_id = statements.statement_id
inner join {{ ref('int_statements_run') }} as rivals on numbered.rival_statement_id = rivals.statement_id
group by numbered.figures, numbered.codebooks, numbered.conflict_number
