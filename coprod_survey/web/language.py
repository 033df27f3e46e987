"""The language of a request: it stands at the front of every address."""

from __future__ import annotations

from typing import Any, cast

from flask import Blueprint, Flask, g, has_request_context, request, url_for
from werkzeug.routing import BaseConverter

from ..questionnaire.text import LANGUAGES, Language, other_language


class LanguageConverter(BaseConverter):
    """The first part of an address: cy or en."""

    regex = "cy|en"


class CodeConverter(BaseConverter):
    """The short code of a channel, forgiving about capitals and look-alikes are never in it."""

    regex = "[A-Za-z0-9]{5,12}"


def lang_blueprint(name: str, import_name: str, prefix: str = "") -> Blueprint:
    """A blueprint whose addresses begin with the language; its views find it in `g.lang`."""
    return Blueprint(name, import_name, url_prefix=f"/<lang:lang>{prefix}")


def current() -> str:
    """The language of the request under way; English outside of one."""
    return str(g.lang) if has_request_context() and "lang" in g else "en"


def this_page_in(lang: Language) -> str:
    """The address of the page under way in `lang`; the front page where a page has no address."""
    rule = request.url_rule
    if rule is not None and "lang" in rule.arguments and "GET" in (rule.methods or ()):
        values = {**request.args.to_dict(), **(request.view_args or {}), "lang": lang}
        return url_for(rule.endpoint, **values)
    return url_for("public.front", lang=lang)


def set_up(app: Flask) -> None:
    """Take the language out of every address, and put it into every address that is made."""
    app.url_map.converters["lang"] = LanguageConverter
    app.url_map.converters["code"] = CodeConverter

    @app.before_request
    def know_language() -> None:
        """A request without a language in its address speaks the one its sender prefers."""
        if "lang" not in g:
            first = request.path.split("/", 2)[1]
            preferred = (
                first if first in LANGUAGES else request.accept_languages.best_match(LANGUAGES)
            )
            g.lang = cast(Language, preferred or "cy")

    @app.url_value_preprocessor
    def take_language(endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values and "lang" in values:
            g.lang = values.pop("lang")

    @app.url_defaults
    def put_language(endpoint: str, values: dict[str, Any]) -> None:
        if "lang" not in values and app.url_map.is_endpoint_expecting(endpoint, "lang"):
            values["lang"] = current()

    @app.context_processor
    def tell_templates() -> dict[str, Any]:
        lang = current()
        return {"lang": lang, "other_lang": other_language(cast(Language, lang))}
