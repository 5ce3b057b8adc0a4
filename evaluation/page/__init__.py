"""One self-contained page: figures, and every claim marked in its article.

No script, nothing fetched, one style sheet that the page's own policy names by its digest. Everything that comes from
an article, a gold file or an extractor passes through ``escape`` on its way in.
"""

from __future__ import annotations

from evaluation.page.document import page

__all__ = ["page"]
