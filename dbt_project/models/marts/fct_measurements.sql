{{ kept_by_area(area_of()) }}
-- Each claim of a counted family as each codebook reads it: what it measures, and whether it counts there. What `why` tells of
-- a figure, it tells from here.
with readings as (
    -- A digest for each series and not for each claim of it.
    select series.series_id, codebooks.codebook, lower(to_hex({{ reading_id() }})) as reading_id
    from (
        select distinct series_id, crisis_id, country_code, kind, scope, group_name, place
        from {{ ref('int_claims_counted') }}
    ) as series
    cross join (select codebook from {{ ref('codebooks') }}) as codebooks
),

counted as (
    select claims.*, sets.codebook, heard.position is not null as is_heard
    from {{ ref('int_claims_counted') }} as claims
    inner join {{ ref('int_codebooks_combined') }} as sets on claims.codebooks = sets.codebooks
    left join {{ ref('int_claims_heard') }} as heard
        on claims.position = heard.position and claims.codebooks = heard.codebooks
)

select
    claims.position,
    reviewed.claim_id,
    reviewed.article_id,
    codebooks.codebook,
    readings.reading_id as series_id,
    claims.crisis_id,
    claims.family,
    claims.kind,
    claims.group_name,
    claims.country_code,
    claims.place,
    claims.region,
    claims.is_national,
    claims.scope,
    coalesce(counted.value, claims.value) as value,
    counted.low::double as low,
    counted.high::double as high,
    counted.at_least::double as at_least,
    counted.at_most::double as at_most,
    coalesce(counted.is_vague, false) as is_vague,
    claims.voice_id,
    claims.status,
    coalesce(counted.reliability, claims.reliability) as reliability,
    claims.published_at,
    claims.retracted_at,
    claims.closed_at,
    case
        when claims.exclusion is not null then claims.exclusion
        when counted.position is null then 'no_number'
        when not counted.is_heard then 'outweighed'
    end as exclusion
from {{ ref('int_claims_judged') }} as claims
inner join {{ ref('int_claims_reviewed') }} as reviewed on claims.position = reviewed.position
cross join (select codebook from {{ ref('codebooks') }}) as codebooks
left join counted on claims.position = counted.position and codebooks.codebook = counted.codebook
left join readings on counted.series_id = readings.series_id and counted.codebook = readings.codebook
