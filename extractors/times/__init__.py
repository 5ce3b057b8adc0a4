"""When: time expressions found, resolved against the day of publication, and given to events.

Days that carry over from one sentence to others are the article's business (``extractors.article.story``).
"""
