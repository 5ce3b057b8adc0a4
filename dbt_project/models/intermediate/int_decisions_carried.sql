-- The claims that carry a decision: of the voices that give a number, those by which they came to it; of what was taken back, those
-- that gave it. A decision is a number and its voices: there once, however many moments it holds for.
with voices as (
    select decision_id, any_value(best) as best, unnest(any_value(deciding_weighed_ids)) as weighed_id
    from {{ ref('int_figures_bounded') }}
    group by decision_id
),

deciding as (
    select
        voices.decision_id,
        unnest(
            case when weighed.said_value = voices.best then [weighed.said_statement_id] else [] end
            || case when weighed.part_value = voices.best then weighed.part_statement_ids else [] end
        ) as statement_id
    from voices
    inner join {{ ref('int_voices_weighed') }} as weighed on voices.weighed_id = weighed.weighed_id
    union all
    select distinct decision_id, unnest(deciding_statement_ids) from {{ ref('int_figures_retracted') }}
)

select deciding.decision_id, {{ distinct_union('list(statements.claim_keys)') }} as claim_keys
from deciding
inner join {{ ref('int_statements_run') }} as statements on deciding.statement_id = statements.statement_id
group by deciding.decision_id
