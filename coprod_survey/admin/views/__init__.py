"""The pages of those who administer the platform: people and organisations."""

from __future__ import annotations

from ...web import lang_blueprint

bp = lang_blueprint("admin", __name__, "/admin")
blueprints = (bp,)

from . import organisations, people  # noqa: E402, F401 - they add their routes
