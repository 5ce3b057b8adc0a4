-- A conflict lasts while the same two figures stand against each other, whoever carries them meanwhile.
with paired as (
    select
        conflicts.*,
        statements.claim_ids,
        rivals.claim_ids as rival_claim_ids
    from {{ ref('int_conflicts_paired') }} as conflicts
    inner join {{ ref('int_statements_run') }} as statements on conflicts.statement_id = statements.statement_id
    inner join {{ ref('int_statements_run') }} as rivals on conflicts.rival_statement_id = rivals.statement_id
),

begun as (
    select
        *,
        coalesce(known_from != lag(known_to) over pairs, true) as is_start
    from paired
    window pairs as (
        partition by series_id, voice_id, rival_voice_id, low, high, rival_low, rival_high order by known_from
    )
),

numbered as (
    select
        *,
        sum(is_start::int) over (
            partition by series_id, voice_id, rival_voice_id, low, high, rival_low, rival_high order by known_from
        ) as conflict_number
    from begun
)

select
    series_id, voice_id, rival_voice_id, low, high, rival_low, rival_high, any_value(gap) as gap,
    list_sort(list_distinct(flatten(list(claim_ids)))) as claim_ids,
    list_sort(list_distinct(flatten(list(rival_claim_ids)))) as rival_claim_ids,
    min(known_from) as since,
    case when bool_and(known_to is not null) then max(known_to) end as resolved_at
from numbered
group by series_id, voice_id, rival_voice_id, low, high, rival_low, rival_high, conflict_number
