-- A claim of a counted family as a measurement: what is counted, where, how many, within which bounds.
-- A range without a named value counts at its lower end, as UCDP counts what cannot be told.
with figures as (
    select
        *,
        coalesce(count_value, count_low, count_high) as value
    from {{ ref('int_claims_reviewed') }}
    where review_status != 'rejected' and family in ('{{ counted_families() | join("', '") }}')
),

-- "Gujarat" is the region that Surat lies in, however an article spells it: one place, so that its towns are parts of it.
-- Places that we named ourselves have no GeoNames id. Materialized, for they are few, and DuckDB then knows.
divisions as materialized (
    select
        said.country_code,
        said.place,
        said.geoname_id,
        arg_min(regions.region, (length(regions.region), regions.region)) as region
    from (select distinct country_code, place, geoname_id from figures where where_prec = 4) as said
    inner join {{ ref('regions') }} as regions
        on
            said.country_code = regions.country_code
            and (
                said.geoname_id = regions.geoname_id
                or (said.geoname_id is null and starts_with(lower(regions.region), lower(said.place)))
            )
    group by said.country_code, said.place, said.geoname_id
)

select
    figures.position,
    -- Lists of claims are compared and merged many times over: as numbers, and as ids once they are told.
    md5_number_lower(figures.claim_id) as claim_key,
    figures.article_id,
    figures.article_key,
    figures.version_key,
    figures.evidence_start,
    figures.outlet,
    figures.text_key,
    figures.text_outlet,
    figures.published_at,
    figures.stands_until,
    figures.version_state,
    figures.family,
    figures.kind,
    figures.group_name,
    groups.side,
    figures.status,
    figures.source,
    coalesce(figures.source_type, 'outlet') as source_type,
    figures.country_code,
    countries.country,
    -- A force has a size, not occasions: its claims carry no scope and are totals.
    coalesce(figures.scope, case when figures.family = 'deployment' then 'total' else 'incident' end) as scope,
    coalesce(
        figures.place is null or figures.where_prec = 6 or lower(figures.place) = lower(countries.country), false
    ) as is_national,
    case when is_national then countries.country else coalesce(divisions.region, figures.place) end as place,
    -- Of a region itself the region is no whole: UCDP's 4 is the first-order division, and what is wider has none.
    case when figures.where_prec < 4 then figures.admin1_code end as admin1_code,
    figures.subject,
    figures.count_text,
    figures.count_low,
    figures.count_high,
    figures.value,
    least(figures.value, coalesce(figures.count_low, figures.value)) as low,
    greatest(figures.value, coalesce(figures.count_high, figures.value)) as high,
    -- "26" against "at least 26" or "about 26": of two statements at one moment the exact one is heard.
    figures.count_low is not distinct from figures.count_high as is_exact
from figures
left join {{ ref('countries') }} as countries on figures.country_code = countries.country_code
left join {{ ref('groups') }} as groups on figures.group_name = groups.group_name
left join divisions
    on
        figures.country_code = divisions.country_code
        -- Compared to it, not said beside it: a condition on the claim alone would cost the hash join.
        and case when figures.where_prec = 4 then figures.place end = divisions.place
        and figures.geoname_id is not distinct from divisions.geoname_id
