select event_id, address, file_name, reason_code, reason, remedy, raw_digest, byte_count, recorded_at
from {{ ref('stg_event_log__rejections') }}
