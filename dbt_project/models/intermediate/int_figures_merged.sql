-- Moments at which one figure stands, decided by the same claims, are one interval: a new row is a change of the figure or of who
-- carries it. Four moments in ten change nothing but a voice that does not decide.
with figures as (
    select moment_id, codebooks, decision_id, best, low, high, rule, grade, n_voices, best_without_strongest
    from {{ ref('int_figures_bounded') }}
    union all by name
    select moment_id, codebooks, decision_id, n_voices, 'retracted' as rule, 'retracted' as grade
    from {{ ref('int_figures_retracted') }}
),

marked as (
    select
        figures.moment_id,
        hash(
            moments.series_id, best, low, high, rule, grade, n_voices, best_without_strongest, carried.claim_keys
        ) as figure,
        bit_or(figures.codebooks) as codebooks
    from figures
    inner join {{ ref('int_decisions_carried') }} as carried on figures.decision_id = carried.decision_id
    inner join {{ ref('int_moments_listed') }} as moments on figures.moment_id = moments.moment_id
    group by all
),

-- The codebooks in which the figure is that of the moment before.
lasting as (
    select marked.moment_id, marked.figure, marked.codebooks & former.codebooks as codebooks
    from marked
    inner join marked as former on marked.moment_id = former.moment_id + 1 and marked.figure = former.figure
),

first_moments as (
    select marked.moment_id, sets.bit, row_number() over (partition by sets.bit order by marked.moment_id) as interval_number
    from marked
    left join lasting on marked.moment_id = lasting.moment_id and marked.figure = lasting.figure
    inner join {{ ref('int_codebooks_combined') }} as sets on marked.codebooks - coalesce(lasting.codebooks, 0) = sets.codebooks
),

last_moments as (
    select marked.moment_id, sets.bit, row_number() over (partition by sets.bit order by marked.moment_id) as interval_number
    from marked
    left join lasting on marked.moment_id = lasting.moment_id - 1 and marked.figure = lasting.figure
    inner join {{ ref('int_codebooks_combined') }} as sets on marked.codebooks - coalesce(lasting.codebooks, 0) = sets.codebooks
)

select
    begun.series_id, first_moments.bit, best, low, high, rule, grade, n_voices, best_without_strongest,
    carried.claim_keys as deciding_claim_keys, begun.known_from, ended.known_to
from first_moments
inner join last_moments on first_moments.bit = last_moments.bit and first_moments.interval_number = last_moments.interval_number
inner join figures on first_moments.moment_id = figures.moment_id and (first_moments.bit & figures.codebooks) != 0
inner join {{ ref('int_decisions_carried') }} as carried on figures.decision_id = carried.decision_id
inner join {{ ref('int_moments_listed') }} as begun on first_moments.moment_id = begun.moment_id
inner join {{ ref('int_moments_listed') }} as ended on last_moments.moment_id = ended.moment_id
-- What decides and conflicts of one series lies together: what follows is twice as fast.
order by first_moments.moment_id
