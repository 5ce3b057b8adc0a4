{{ config(materialized='view') }}
-- Whose claim each is: what passes an office's number on is that office's claim, carried once more.
select
    claims.* exclude (reliability, is_state, is_relaying),
    coalesce(relayed.first_office.voice_id, claims.own_voice_id) as voice_id,
    coalesce(relayed.first_office.reliability, claims.reliability) as reliability,
    coalesce(relayed.first_office.is_state, claims.is_state) as is_state,
    relayed.position is not null as is_echo
from {{ ref('int_claims_voiced') }} as claims
left join {{ ref('int_claims_relayed') }} as relayed on claims.position = relayed.position
