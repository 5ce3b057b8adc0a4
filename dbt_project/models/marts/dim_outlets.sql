select
    outlets.voice_id as outlet_id,
    mode(coalesce(articles.outlet, articles.file_name) order by coalesce(articles.outlet, articles.file_name)) as name,
    list(distinct articles.outlet order by articles.outlet) filter (where articles.outlet is not null) as wordings,
    count(*) as n_articles,
    count(distinct texts.text_id) as n_texts,
    count(*) filter (where texts.is_original) as n_originals,
    min(articles.published_at) as first_published_at,
    max(articles.published_at) as last_published_at
from {{ ref('int_articles_selected') }} as articles
inner join {{ ref('int_outlets_named') }} as outlets
    on coalesce(articles.outlet, articles.file_name) = outlets.wording
inner join {{ ref('int_texts_grouped') }} as texts
    on articles.article_id = texts.article_id and articles.article_version = texts.article_version
group by outlets.voice_id
