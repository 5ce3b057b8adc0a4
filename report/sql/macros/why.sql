-- Why a figure is what it is: every claim of its series and of the parts of it that was published while the figure stood or
-- before, with what became of it. `decides` first.
create or replace macro why(fact_id) as table
with fact as (
    select 'casualty' as family, * from fct_casualties where fct_casualties.fact_id = fact_id
    union all by name
    select 'detention' as family, * from fct_detentions where fct_detentions.fact_id = fact_id
    union all by name
    select 'displacement' as family, * from fct_displacements where fct_displacements.fact_id = fact_id
    union all by name
    select 'deployment' as family, * from fct_deployments where fct_deployments.fact_id = fact_id
),

bearing as (
    select
        claims.*,
        fact.known_from,
        list_contains(fact.deciding_claim_ids, claims.claim_id) as is_deciding,
        claims.group_name = fact.group_name and claims.place = fact.place as is_own,
        min(claims.reliability) filter (list_contains(fact.deciding_claim_ids, claims.claim_id)) over () as reliability_needed,
        max(claims.published_at) filter (list_contains(fact.deciding_claim_ids, claims.claim_id)) over () as decided_at,
        claims.exclusion is null and max(claims.published_at) filter (claims.exclusion is null) over (
            partition by claims.series_id, claims.voice_id, claims.status
        ) > claims.published_at as is_superseded
    from fct_measurements as claims
    inner join fact
        on
            claims.codebook = fact.codebook
            and claims.crisis_id = fact.crisis_id
            and claims.country_code = fact.country_code
            and claims.kind = fact.kind
            and claims.scope = fact.scope
            and (fact.is_national or fact.place in (claims.place, claims.region))
            and fact.group_name in (claims.group_name, 'people')
            and claims.published_at <= fact.known_from
)

select
    case when bearing.is_deciding then 'decides' else 'loses' end as role,
    case
        when bearing.is_deciding and bearing.is_own then 'said'
        when bearing.is_deciding then 'part'
        when bearing.exclusion is not null then bearing.exclusion
        when bearing.retracted_at <= bearing.known_from then 'retracted'
        when bearing.closed_at <= bearing.known_from then 'text_no_longer_stands'
        when bearing.is_superseded then 'superseded_by_its_own_voice'
        when not bearing.is_own then 'part'
        when bearing.status = 'unconfirmed' then 'unconfirmed'
        when bearing.is_vague then 'vague'
        when bearing.reliability > bearing.reliability_needed then 'less_reliable'
        when bearing.published_at < bearing.decided_at then 'less_recent'
        else 'higher_rival'
    end as reason,
    bearing.value,
    bearing.group_name as "group",
    bearing.place,
    bearing.voice_id,
    claims.source,
    articles.outlet,
    claims.article,
    bearing.published_at,
    claims.evidence,
    bearing.claim_id
from bearing
inner join fct_claims as claims on bearing.position = claims.position
inner join dim_articles as articles on bearing.article_id = articles.article_id
order by bearing.is_deciding desc, bearing.published_at, claims.article, claims.evidence_start
