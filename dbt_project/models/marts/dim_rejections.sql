with releases as (
    select address, raw_digest, min(recorded_at) as released_at
    from {{ ref('stg_event_log__releases') }}
    group by address, raw_digest
)

select
    rejections.event_id,
    rejections.address,
    rejections.file_name,
    rejections.reason_code,
    rejections.reason,
    rejections.remedy,
    rejections.raw_digest,
    rejections.byte_count,
    releases.released_at,
    rejections.recorded_at
from {{ ref('stg_event_log__rejections') }} as rejections
left join releases on rejections.address = releases.address and rejections.raw_digest = releases.raw_digest
