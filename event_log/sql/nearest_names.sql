-- File names that somebody may have meant who wrote $called, the likeliest first.
WITH names AS (
    SELECT file_name FROM article_versions
    UNION
    SELECT file_name FROM article_rejected
)
SELECT file_name
FROM names
ORDER BY jaro_winkler_similarity(lower(file_name), lower($called)) DESC, file_name
LIMIT 3;
