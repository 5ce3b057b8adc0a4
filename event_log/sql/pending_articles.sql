SELECT
    article_id,
    article_version,
    file_name,
    title,
    text,
    published_at,
    published_prec,
    published_on,
    outlet,
    language
FROM newest_article_versions AS newest
WHERE NOT EXISTS (
    FROM extraction_completed AS completed
    WHERE completed.article_id = newest.article_id
        AND completed.article_version = newest.article_version
        AND completed.extractor = $extractor
        AND completed.extractor_version = $extractor_version
)
    -- where the words are gone, what was read before they went is all there is
    AND NOT EXISTS (
        FROM article_redacted AS redacted
        WHERE redacted.article_id = newest.article_id AND newest.position <= redacted.redacted_to
    )
ORDER BY position;
