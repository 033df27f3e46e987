"""The blueprint of those who answer: its addresses begin with a survey’s code, or with a return code."""

from __future__ import annotations

from ...web.language import lang_blueprint

responses = lang_blueprint("responses", __name__)
