-- The words of each text that is not signed yet, as numbers in their order: what MinHash needs of it. A view: nothing of it is
-- kept.
{% set signed = table_as_it_stands('int_texts_signed') %}
select
    versions.article_id,
    versions.article_version,
    -- Outlets set one wire's quotation marks each in their own way.
    list_transform(
        string_split(
            replace(replace(replace(replace(lower(texts.text), chr(10), ' '), '“', '"'), '”', '"'), '’', ''''), ' '
        ),
        lambda word: hash(word)
    ) as word_hashes
from {{ ref('int_versions_dated') }} as versions
inner join {{ ref('stg_event_log__texts') }} as texts on versions.event_id = texts.event_id
{% if signed -%}
anti join {{ signed }} as signed
    on versions.article_id = signed.article_id and versions.article_version = signed.article_version
{%- endif %}
