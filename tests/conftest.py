"""What every test may count on: hypothesis without a deadline, as two cores under load keep no time."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("newsledger", deadline=None)
settings.load_profile("newsledger")
