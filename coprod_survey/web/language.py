"""The language of a request: it stands at the front of every address."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast
from urllib.parse import quote

from flask import Blueprint, Flask, current_app, g, has_request_context, request, url_for
from werkzeug.routing import BaseConverter, Map

from ..questionnaire.text import LANGUAGES, Language, other_language

QUERY = "!$%&'()*+,-./:;=?@_~"
"""What may stand in a query as it is; whatever else somebody sent is written out as bytes."""


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
    try:
        return str(g.get("lang", "en"))
    except RuntimeError:
        return "en"


def both() -> bool:
    """Whether the person asked to see each sentence of the survey in both languages."""
    try:
        return bool(g.get("both"))
    except RuntimeError:
        return False


def this_page_in(lang: Language) -> str:
    """The address of the page under way in `lang`; the front page where a page has no address."""
    rule = request.url_rule
    if rule is None or rule.rule not in _pages(current_app.url_map):
        return address("public.front", lang=lang)
    query = f"?{quote(request.query_string, safe=QUERY)}" if request.query_string else ""
    return f"{request.script_root}/{lang}{quote(request.path[3:])}{query}"


def address(endpoint: str, **values: Any) -> str:
    """The address of a page, as `url_for` makes it; one that is told all it needs is made once.

    Others cannot be kept: a blueprint may fill in what the page under way is about, such as the
    survey that somebody works on, and a whole address begins with the host of the request.
    """
    if not _is_told_all(current_app.url_map, endpoint, frozenset(values)):
        return url_for(endpoint, **values)
    root = request.script_root if has_request_context() else ""
    return _address(endpoint, current(), root, **values)


@lru_cache(maxsize=4096)
def _address(endpoint: str, lang: str, script_root: str, /, **values: Any) -> str:
    return url_for(endpoint, **values)


@lru_cache(maxsize=1024)
def _is_told_all(url_map: Map, endpoint: str, names: frozenset[str]) -> bool:
    """Whether these values and the language are all that the address of an endpoint depends on."""
    if "_external" in names or "_scheme" in names:
        return False
    try:
        return all(rule.arguments <= names | {"lang"} for rule in url_map.iter_rules(endpoint))
    except KeyError:
        return False  # a short name that only url_for understands


@lru_cache(maxsize=8)
def _pages(url_map: Map) -> frozenset[str]:
    """The rules of all addresses that begin with a language and can be opened."""
    return frozenset(
        rule.rule
        for rule in url_map.iter_rules()
        if "lang" in rule.arguments and "GET" in (rule.methods or ())
    )


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
