"""From bytes to articles in the log.

Belongs here: finding files in folders, readers (one module per kind of input), facts stated beside an article,
characters, furniture, addresses and versions of articles, refusals with their remedies. The way in is ``ingest``.

Does not belong here: what the sentences mean, SQL, any language's grammar (which language a text is in only decides
whether it is refused), downloading.
"""

from __future__ import annotations

from ingest.intake import IngestReport, ingest
from ingest.refusals import RefusedError
from ingest.release import NotReleasedError, Released, release
from ingest.settings import IngestSettings
from ingest.stated_facts import FactError, stated_facts

__all__ = [
    "FactError",
    "IngestReport",
    "IngestSettings",
    "NotReleasedError",
    "RefusedError",
    "Released",
    "ingest",
    "release",
    "stated_facts",
]
