-- A voice's own earlier number, printed again after the same voice had gone beyond it, or passed on by an outlet after the voice
-- had gone down from it.
with claims as (
    select
        claims.*,
        retractions.retracted_at,
        least(retractions.retracted_at, claims.stands_until) as closed_at
    from {{ ref('int_claims_echoed') }} as claims
    left join {{ ref('int_claims_retracted') }} as retractions on claims.position = retractions.position
    where claims.value is not null and claims.status = 'asserted'
),

dated as (
    select
        *,
        min(published_at) over (
            partition by voice_id, country_code, kind, group_name, place, scope, value
        ) as first_said_at
    from claims
    where
        published_at is not null
        and country_code is not null
        and group_name is not null
        and place is not null
),

-- What the voice said since it first gave the number and before it gives it again; what was closed meanwhile is looked at singly.
beyond as (
    select
        *,
        max(case when closed_at is null then value end) over meanwhile as largest_since,
        min(case when closed_at is null then value end) over meanwhile as least_since
    from dated
    window meanwhile as (
        partition by voice_id, country_code, kind, group_name, place, scope
        order by published_at
        range between
            greatest(published_at - first_said_at - interval 1 microsecond, interval 0 seconds) preceding
            and interval 1 microsecond preceding
    )
),

beyond_for_a_while as (
    select claims.position
    from dated as claims
    inner join (select * from dated where closed_at is not null) as larger
        on {{ same_statement_series('claims', 'larger') }} and claims.value < larger.value
    where
        claims.first_said_at < larger.published_at
        and larger.published_at < claims.published_at
        and larger.closed_at > claims.published_at
)

select position from beyond where largest_since > value or (is_echo and least_since < value)
union
select position from beyond_for_a_while
