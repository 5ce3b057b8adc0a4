-- Which claims count, and why the others do not; whether there is a number is for the codebooks to say. Unconfirmed claims
-- count for `high` alone.
select
    -- What told the voice and the region has done its work, and stays behind.
    claims.* exclude (article_key, evidence_start, text_outlet, source, source_type, admin1_code, own_voice_id, is_state),
    assigned.crisis_id,
    regions.region,
    claims.status = 'asserted' as is_confirmed,
    -- Voices are compared and sorted many times over: as numbers, and by name once they are told.
    hash(claims.voice_id) as voice_key,
    retractions.retracted_at,
    least(retractions.retracted_at, claims.stands_until) as closed_at,
    retractions.denial_claim_id,
    case
        when claims.side is null then 'not_people'
        when claims.published_at is null then 'undated'
        when claims.country is null then 'no_country'
        when claims.status in ('planned', 'denied', 'ended') then claims.status
        when repeats.repeat_kind is not null then repeats.repeat_kind
        when recalled.position is not null then 'recalled'
    end as exclusion
from {{ ref('int_claims_echoed') }} as claims
left join {{ ref('int_claims_assigned') }} as assigned on claims.position = assigned.position
left join {{ ref('regions') }} as regions
    on
        claims.country_code = regions.country_code
        -- Compared to it, not said beside it: a condition on the claim alone would cost the hash join.
        and case when not claims.is_national then claims.admin1_code end = regions.admin1_code
left join {{ ref('int_claims_retracted') }} as retractions on claims.position = retractions.position
left join {{ ref('int_claims_repeated') }} as repeats on claims.position = repeats.position
left join {{ ref('int_claims_recalled') }} as recalled on claims.position = recalled.position
