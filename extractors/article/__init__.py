"""The article as a whole: drafts completed, what carries over between sentences, one claim per thing said."""
