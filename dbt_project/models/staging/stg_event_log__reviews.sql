select
    ---------- ids
    event_id,
    claim_id,
    article_id,
    article_version,

    ---------- the verdict
    verdict,
    reason,
    reviewed_by,
    string_split(corrected_fields, ' ') as corrected_fields,

    ---------- what the reviewer set
    kind,
    count_value,
    count_low,
    count_high,
    group_name,
    place,
    country_code,
    where_prec,
    when_start,
    when_end,
    scope,
    source,
    source_type,
    status,

    ---------- clocks
    recorded_at,
    position
from {{ source('event_log', 'claim_reviewed') }}
where position not in (select position from {{ ref('stg_event_log__reviews_quarantined') }})
