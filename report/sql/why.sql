select
    why.role, why.reason, why.value, why."group", why.place, coalesce(voices.name, why.voice_id) as voice, why.source,
    why.outlet, why.article, why.published_at, why.evidence, why.claim_id
from why($fact_id) as why
left join dim_voices as voices on why.voice_id = voices.voice_id
order by why.role, why.published_at, why.article, why.claim_id
