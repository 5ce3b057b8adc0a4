-- The words of each text of an article that something came in about, as numbers in their order: what MinHash needs of it. A view:
-- nothing of it is kept.
select
    versions.article_id,
    versions.version_key,
    -- Outlets set one wire's quotation marks each in their own way.
    list_transform(
        string_split(
            replace(replace(replace(replace(lower(texts.text), chr(10), ' '), '“', '"'), '”', '"'), '’', ''''), ' '
        ),
        lambda word: hash(word)
    ) as word_hashes
from {{ ref('int_versions_dated') }} as versions
inner join {{ ref('stg_event_log__texts') }} as texts on versions.version_key = texts.position
inner join {{ ref('stg_event_log__articles_heard') }} as heard on versions.article_id = heard.article_id
