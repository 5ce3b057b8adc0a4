-- The newest verdict on each claim. One that was taken back ("open") is none.
select *
from {{ ref('stg_event_log__reviews') }}
qualify row_number() over (partition by claim_id order by position desc) = 1
