-- The words of each text of an article that something came in about, as numbers in their order: what MinHash needs of it. A view:
-- nothing of it is kept. Of texts as they arrived, whether or not they ever stood: texts are signed while the rest of the log is
-- still being looked at.
select
    texts.article_id,
    texts.position as version_key,
    -- Outlets set one wire's quotation marks each in their own way.
    list_transform(
        string_split(
            replace(replace(replace(replace(lower(texts.text), chr(10), ' '), '“', '"'), '”', '"'), '’', ''''), ' '
        ),
        lambda word: hash(word)
    ) as word_hashes
from {{ ref('stg_event_log__texts') }} as texts
inner join {{ ref('stg_event_log__articles_heard') }} as heard on texts.article_id = heard.article_id
