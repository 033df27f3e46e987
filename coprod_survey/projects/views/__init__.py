"""The pages of projects, one noun a module, and the logos of organisations."""

from __future__ import annotations

from flask import Blueprint

from ...web import lang_blueprint

bp = lang_blueprint("projects", __name__, "/projects")
pictures = Blueprint("organisations", __name__, url_prefix="/organisations")
blueprints = (bp, pictures)

from . import goals, groups, logos, members, projects  # noqa: E402, F401 - they add their routes
