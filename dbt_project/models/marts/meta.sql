-- No clock of the build's own in here: the same log and the same code give the same row.
with positions as (
    select position, recorded_at from {{ ref('stg_event_log__article_versions') }}
    union all
    select position, recorded_at from {{ ref('stg_event_log__claims') }}
    union all
    select position, recorded_at from {{ ref('stg_event_log__extractions') }}
    union all
    select position, recorded_at from {{ ref('stg_event_log__rejections') }}
)

select
    1 as meta_id,
    max(position) as log_position,
    max(recorded_at) as log_recorded_at,
    '{{ env_var("NEWSLEDGER_CODE_VERSION", "unknown") }}' as code_version,
    (select count(*) from {{ ref('dim_articles') }}) as n_articles,
    (select count(*) from {{ ref('dim_articles') }} where published_at is null) as n_undated_articles,
    (select count(*) from {{ ref('dim_rejections') }}) as n_rejections,
    (select count(*) from {{ ref('fct_claims') }} where is_current) as n_current_claims,
    (select count(*) from {{ ref('fct_claims') }}) as n_claims
from positions
