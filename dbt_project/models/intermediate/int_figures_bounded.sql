-- Low and high: the bounds of the deciding statement, widened by its rivals. Any credible higher figure widens upwards,
-- confirmed or not; downwards only what was said about as late, since a running toll outdates what came before it.
-- And the grade: contested where another voice's interval leaves the best figure out, corroborated where one takes it in.
with ways as (
    select
        coalesce(bit_or(bit) filter (decides = 'recent'), 0) as recent,
        coalesce(bit_or(bit) filter (decides = 'lowest'), 0) as lowest
    from {{ ref('int_codebooks_combined') }}
),

bounded as (
    select
        figures.* exclude (codebooks),
        figures.codebooks & coalesce(unconfirmed.codebooks, figures.codebooks) as agreed,
        least(figures.best, figures.low, rivals.low) as least_low,
        greatest(figures.best, figures.high, rivals.high, unconfirmed.high) as greatest_high,
        rivals.* exclude (moment_id, codebooks, low, high),
        -- In which codebooks a higher one is as late as the deciding one, so that only the number decided between them. Where the
        -- most recent decides, nothing as reliable is later than it, and this is the same moment.
        case when figures.rule = 'latest_report' then
            case when higher_until >= {{ days_later('decided_at', var('rival_days')) }} then ways.recent else 0 end
            | case when higher_until >= coalesce(latest_at, decided_at) then ways.lowest else 0 end
        else 0 end as lower_in
    from {{ ref('int_figures_decided') }} as figures
    inner join {{ ref('int_rivals_compared') }} as rivals
        on figures.moment_id = rivals.moment_id and figures.codebooks = rivals.codebooks
    left join {{ ref('int_figures_unconfirmed') }} as unconfirmed on figures.moment_id = unconfirmed.moment_id
    cross join ways
    -- Not a condition of the join, which it would cost the hash: where there is any, each codebook has a row.
    where unconfirmed.moment_id is null or (figures.codebooks & unconfirmed.codebooks) != 0
)

select
    moment_id,
    agreed & choices.codebooks as codebooks,
    choices.rule,
    best,
    least_low as low,
    greatest_high as high,
    case
        when has_rival then 'contested'
        when has_supporter or len(deciding_weighed_ids) > 1 then 'corroborated'
        else 'single_voice'
    end as grade,
    len(deciding_weighed_ids) as n_voices,
    best_without_strongest,
    deciding_weighed_ids,
    hash(best, deciding_weighed_ids) as decision_id
from bounded
-- The lower of rivals in some of its codebooks and the latest report in the others is two rows.
cross join lateral (
    select rule, ~lower_in as codebooks
    union all
    select 'lower_of_rivals' as rule, lower_in as codebooks
) as choices
where agreed & choices.codebooks != 0
