-- Every version of every article in the order in which they came in, without the texts.
SELECT
    article_id,
    article_version,
    raw_digest,
    address,
    file_name,
    media_type,
    title,
    published_at,
    published_prec,
    published_on,
    outlet,
    url,
    author,
    language
FROM article_versions
ORDER BY position;
