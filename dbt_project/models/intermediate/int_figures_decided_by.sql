-- Which claims carried a figure: of the voices that give it, those by which they came to it; of one that was taken back, those that
-- gave it. Once for each number and its voices, however many moments these decide.
with voices as (
    select carried_id, any_value(best) as best, unnest(any_value(deciding_weighed_ids)) as weighed_id
    from {{ ref('int_figures_bounded') }}
    group by carried_id
),

deciding as (
    select
        voices.carried_id,
        unnest(
            case when weighed.said_value = voices.best then [weighed.said_statement_id] else [] end
            || case when weighed.part_value = voices.best then weighed.part_statement_ids else [] end
        ) as statement_id
    from voices
    inner join {{ ref('int_voices_weighed') }} as weighed on voices.weighed_id = weighed.weighed_id
    union all
    select distinct carried_id, unnest(deciding_statement_ids) from {{ ref('int_figures_retracted') }}
)

select deciding.carried_id, {{ distinct_union('list(statements.claim_keys)') }} as claim_keys
from deciding
inner join {{ ref('int_statements_run') }} as statements on deciding.statement_id = statements.statement_id
group by deciding.carried_id
