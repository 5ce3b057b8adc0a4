{# What is wrong with an event, in words, one macro for each sort of event; null where nothing is. An event that breaks a
   rule is kept out of everything else and shown in `dim_quarantine`, so that one that should not be there does not stop
   all the others. What stands on an event in quarantine is in quarantine with it. #}

{% macro rule_broken_by_arrival() -%}
    case
        when trim(article_id) = '' or trim(article_version) = '' then 'its article has no name'
        when trim(address) = '' or trim(file_name) = '' then 'it came from nowhere'
        when (published_at is null) != (published_prec is null) or published_prec not in ('second', 'day')
            then 'its time of publication does not say how exactly it is known'
        when abs(date_diff('day', (published_at at time zone 'UTC')::date, published_on)) > 1
            then 'its day of publication is not the day of its time of publication'
        when year(published_at at time zone 'UTC') not between 1000 and 9000
            then 'its time of publication is before the year 1000 or after 9000'
        when revision < 1 then 'its revision is not counted from 1'
    end
{%- endmacro %}

{% macro rule_broken_by_claim() -%}
    case
        when event_type != family || '_reported' then 'its family is not that of its event type'
        when not ({{ is_kind_of_family('kind', 'family') }}) then 'its kind is not one of its family'
        when article_id not in (select article_id from {{ ref('stg_event_log__articles') }})
            then 'its article is not in the log, or in quarantine itself'
        when (article_id, article_version)
            not in (select (article_id, article_version) from {{ ref('stg_event_log__article_versions') }})
            then 'that version of its article is not in the log, or in quarantine itself'
        when position in (select position from claimed_again) then 'its claim id is that of an earlier claim'
        {{ rules_of_what_a_claim_says() }}
        when evidence_start < 0 or evidence_end <= evidence_start then 'its sentence has no place in a text'
        when count_start < 0 or count_end <= count_start then 'its number has no place in a text'
    end
{%- endmacro %}

{# What holds for a claim as an article makes it and as a reviewer corrects it. #}
{% macro rules_of_what_a_claim_says() -%}
        when status not in ('asserted', 'planned', 'unconfirmed', 'denied', 'ended') then 'its status is not known'
        when scope not in ('total', 'incident') then 'its scope is not known'
        when source_type not in (select source_type from {{ ref('source_types') }})
            then 'its kind of source is not known'
        when country_code not in (select country_code from {{ ref('countries') }}) then 'its country is not known'
        when where_prec not between 1 and 7 then 'how exactly its place is known is not coded 1 to 7'
        when count_low > count_high then 'its lowest count is above its highest'
        when count_low > count_value then 'its lowest count is above its count'
        when count_value > count_high then 'its count is above its highest'
        when least(count_value, count_low, count_high) < 0 then 'it counts less than nothing'
        when greatest(count_value, count_low, count_high) > 1e15 then 'it counts more than there can be of anything'
        when when_start > when_end then 'it ends before it begins'
{%- endmacro %}

{% macro rule_broken_by_review() -%}
    case
        when verdict not in ('accepted', 'rejected', 'corrected', 'open') then 'its verdict is not known'
        when claimed is null then 'its claim is not in the log, or in quarantine itself'
        when claimed != article_id then 'its claim is another article''s'
        when not list_has_all(['{{ correctable_columns() | join("', '") }}'], corrected_fields)
            then 'it corrects what cannot be corrected'
        when kind is null or status is null then 'it takes away what no claim is without'
        when not ({{ is_kind_of_family('kind', 'family') }}) then 'its kind is not one of its claim''s family'
        {{ rules_of_what_a_claim_says() }}
    end
{%- endmacro %}

{% macro rule_broken_by_extraction() -%}
    case
        when article_id not in (select article_id from {{ ref('stg_event_log__articles') }})
            then 'its article is not in the log, or in quarantine itself'
        when (article_id, article_version)
            not in (select (article_id, article_version) from {{ ref('stg_event_log__article_versions') }})
            then 'that version of its article is not in the log, or in quarantine itself'
        when claim_count < 0 then 'it found less than nothing'
    end
{%- endmacro %}

{% macro rule_broken_by_withdrawal() -%}
    case
        when article_id not in (select article_id from {{ ref('stg_event_log__articles') }})
            then 'its article is not in the log, or in quarantine itself'
        when year(withdrawn_at at time zone 'UTC') not between 1000 and 9000
            then 'its time of withdrawal is before the year 1000 or after 9000'
    end
{%- endmacro %}

{% macro rule_broken_by_redaction() -%}
    case
        when article_id not in (select article_id from {{ ref('stg_event_log__articles') }})
            then 'its article is not in the log, or in quarantine itself'
        when redacted_from > redacted_to or redacted_to >= position then 'it removed what was not there yet'
        when row_count < 0 then 'it removed less than nothing'
    end
{%- endmacro %}

{% macro rule_broken_by_rejection() -%}
    case
        when trim(address) = '' then 'it came from nowhere'
        when byte_count < 0 then 'it is shorter than nothing'
    end
{%- endmacro %}

{% macro rule_broken_by_release() -%}
    case
        when (address, raw_digest) not in (
            select (address, raw_digest) from {{ source('event_log', 'article_rejected') }}
            where raw_digest is not null
        )
            then 'nothing of these bytes was refused there'
    end
{%- endmacro %}
