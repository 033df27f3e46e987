"""Pages that are drawn once for all who are told the same.

Most people who open a page of a survey see what the one before them saw, but for the secrets in its
forms. So a page is kept by everything that it is told: the template, the address and its language,
what the request knows, and every value given to the template. Whatever of this is new gives a new
page; nothing can be forgotten, because the key is made of the very things that are drawn. Secrets
are never kept: their places are, and each person's own are put there.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Hashable, Mapping
from typing import Any

import msgspec
from flask import Response, g, render_template, request, session
from markupsafe import Markup

from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.journey import Page
from ..questionnaire.questions import BaseQuestion
from . import csrf
from .htmx import render, wants_fragment

MOST = 400
"""How many pages a process keeps; a page of questions is about 13 KB."""

ASIDE = ("_", "started", "reading")
"""What begins so is known to a request, and no template asks for it."""

PLAIN = (str, int, bool, type(None))

_NONCE = secrets.token_hex(8)
_HOLE = re.compile(f"<{_NONCE}:(\\w+)>")
"""A place for a secret: nobody can write this into a survey, because nobody knows the number."""

_pages: dict[Hashable, list[str]] = {}


class Same(msgspec.Struct, frozen=True, eq=False):
    """Something large that never changes, told from others by being itself.

    Who keeps this keeps the thing, so nothing else can take its place in memory.
    """

    thing: object

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing


def render_kept(
    template: str, fresh: Mapping[str, str] | None = None, /, **context: Any
) -> Response:
    """A page as `render` makes it, drawn anew only if nobody has been told exactly this before.

    Give it nothing that only one person sees, except `fresh`: secrets and parts of the page by the
    name that they have in the template, as HTML. What comes with a query, a message or a person
    who has signed in is drawn anew each time.
    """
    fresh = fresh or {}
    key = _key(template, context)
    if key is None:
        return render(template, 200, **context, **fresh)
    parts = _pages.get(key) or _keep(key, template, context, fresh)
    fill = dict(fresh)
    if csrf.FIELD in parts[1::2]:  # else nobody needs a session for it
        fill[csrf.FIELD] = csrf.masked_token()
    html = "".join(fill[part] if at % 2 else part for at, part in enumerate(parts))
    response = Response(html, mimetype="text/html")
    response.headers["Vary"] = "HX-Request"
    return response


def forget() -> None:
    """Forget all pages (for tests, whose surveys share their numbers)."""
    _pages.clear()


def _keep(
    key: Hashable, template: str, context: dict[str, Any], fresh: Mapping[str, str]
) -> list[str]:
    """Draw a page with holes for its secrets, and keep it: words and names of holes by turns."""
    holes = {name: Markup(f"<{_NONCE}:{name}>") for name in fresh}
    with csrf.shown_as(f"<{_NONCE}:{csrf.FIELD}>"):
        html = render_template(template, fragment=wants_fragment(), **context, **holes)
    if len(_pages) >= MOST:
        _pages.clear()  # rare, and simpler than to know which was used last
    parts = _pages[key] = _HOLE.split(html)
    return parts


def _key(template: str, context: dict[str, Any]) -> Hashable | None:
    """Everything that the page is made of; None for a page that is not to be kept."""
    known = {name: value for name, value in vars(g).items() if not name.startswith(ASIDE)}
    if request.query_string or "_flashes" in session or g.get("user"):
        return None
    if not all(isinstance(value, PLAIN) for value in known.values()):
        return None
    here = (template, request.script_root, request.path, wants_fragment())
    key = (here, _hashable(known), _hashable(context))
    try:
        hash(key)
    except TypeError:
        return None  # something in it may change while the page is kept
    return key


def _hashable(value: Any) -> Hashable:
    """A value as a part of a key; documents, which never change, stand for themselves."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, list | tuple):
        return tuple([_hashable(one) for one in value])
    if isinstance(value, SurveyDocument | Section | BaseQuestion):
        return Same(value)
    if isinstance(value, Page):
        return (value.number, Same(value.section), _hashable(value.questions))
    if isinstance(value, dict):
        return tuple([(name, _hashable(one)) for name, one in value.items()])
    return value
