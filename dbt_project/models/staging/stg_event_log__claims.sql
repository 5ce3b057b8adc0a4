select
    ---------- ids
    event_id,
    claim_id,
    article_id,
    article_version,
    extractor,
    extractor_version,
    rule,

    ---------- what is claimed
    family,
    kind,
    count_value,
    count_low,
    count_high,
    count_text,
    subject,
    group_name,
    actor,
    scope,
    status,

    ---------- where and when
    place,
    country_code,
    admin1_code,
    geoname_id,
    latitude,
    longitude,
    where_prec,
    when_text,
    when_start,
    when_end,

    ---------- on whose word
    source,
    via,
    source_type,

    ---------- the sentence
    evidence,
    evidence_start,
    evidence_end,
    count_start,
    count_end,

    ---------- clocks
    recorded_at,
    position
from {{ ref('stg_event_log__claims_reported') }}
where position not in (select position from {{ ref('stg_event_log__claims_quarantined') }})
