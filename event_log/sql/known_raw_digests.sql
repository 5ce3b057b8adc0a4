SELECT DISTINCT raw_digest FROM article_versions WHERE address = $address;
