with judged as (
    select event_id, voice_id, exclusion, retracted_at, denial_claim_id, is_echo
    from {{ ref('int_claims_judged') }}
),

heard as (
    select event_id from {{ ref('int_claims_heard') }}
),

-- A text that came back has two arrivals of one version; its claims are the same claims.
versions as (
    select article_id, article_version, file_name, published_at
    from {{ ref('stg_event_log__article_versions') }}
    qualify row_number() over (partition by article_id, article_version order by position) = 1
),

current_claims as (
    select event_id from {{ ref('int_claims_selected') }}
)

select
    claims.event_id,
    claims.claim_id,
    current_claims.event_id is not null as is_current,
    claims.article_id,
    claims.article_version,
    articles.file_name as article,
    articles.published_at,
    claims.family,
    claims.kind,
    claims.count_value,
    claims.count_low,
    claims.count_high,
    claims.count_text,
    claims.subject,
    claims.group_name,
    claims.actor,
    claims.place,
    claims.country_code,
    claims.admin1_code,
    claims.geoname_id,
    claims.latitude,
    claims.longitude,
    claims.where_prec,
    claims.when_text,
    claims.when_start,
    claims.when_end,
    claims.scope,
    claims.source,
    claims.via,
    claims.source_type,
    claims.status,
    claims.evidence,
    claims.evidence_start,
    claims.evidence_end,
    claims.extractor,
    claims.extractor_version,
    claims.rule,
    judged.voice_id,
    coalesce(judged.is_echo, false) as is_echo,
    case
        when current_claims.event_id is null then 'superseded'
        when judged.event_id is null then 'uncounted_family'
        when judged.exclusion is not null then judged.exclusion
        when heard.event_id is null then 'outweighed'
        when claims.status = 'unconfirmed' then 'unconfirmed'
        else 'none'
    end as exclusion,
    judged.retracted_at,
    judged.denial_claim_id,
    claims.recorded_at,
    claims.position
from {{ ref('stg_event_log__claims') }} as claims
inner join versions as articles
    on claims.article_id = articles.article_id and claims.article_version = articles.article_version
left join current_claims on claims.event_id = current_claims.event_id
left join judged on claims.event_id = judged.event_id
left join heard on claims.event_id = heard.event_id
