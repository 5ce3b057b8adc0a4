SELECT * FROM commits ORDER BY commit_id DESC LIMIT 1;
