"""The outline as a page, and what an edit changes in it as parts that HTMX puts in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Response, make_response, render_template, request, url_for

from ...errors import NotFound
from ...questionnaire import finding
from ...web.htmx import render
from ...web.words import say
from .. import outlines

if TYPE_CHECKING:
    from .studio import Studio


LONGEST = 200
"""How much of what is looked for is read."""


class Undone(NamedTuple):
    """Something that was deleted: what is said of it, and the id of the element that stood before it.

    `revision` is the one that the deletion made; undoing is offered as long as it is the latest.
    """

    words: str
    after: str
    revision: int = 0


def page(studio: Studio, status: int = 200, notice: str = "") -> Response:
    """The outline as a page, open where it was asked for."""
    opened = outlines.open_at_first(studio.document, request.args.getlist("open"))
    looked_for = request.args.get("find", "")[:LONGEST]
    kinds = {name: say(kind.label) for name, kind in studio.types.items()}
    found = finding.find(studio.document, looked_for, kinds)
    context = {
        "opened": opened,
        "undone": _undone(studio),
        "notice": notice,
        "looked_for": looked_for,
        "found": found,
    }
    return render("design/outline.html", status, studio=studio, errors=bool(notice), **context)


def changed(
    studio: Studio,
    status: int = 200,
    *,
    main: str = "",
    drawn: str = "",
    notice: str = "",
    focus: bool = False,
    undone: Undone | None = None,
) -> Response:
    """What is different from what the person's page shows, each part for its own place.

    The page says which revision it shows, and which sections are open. `main` is HTML for the
    element that asked (the card of the question `drawn`, if it is one), `notice` what went wrong;
    with `focus`, what is new gets it.
    """
    opened = frozenset(request.values.getlist("open"))
    context: dict[str, Any] = {"opened": opened, "notice": notice, "undone": undone, "drawn": drawn}
    try:
        before = studio.as_at(request.values.get("shown", 0, int))
    except NotFound:
        template = "design/_whole.html"
        context["opened"] = outlines.open_at_first(studio.document, opened)
    else:
        template = "design/_changes.html"
        context["changes"] = outlines.changes(before, studio, opened)
        context["opened"] = opened | outlines.open_when_new(before.document, studio.document)
    html = render_template(template, studio=studio, focus=focus, **context)
    response = make_response(main + html, status)
    response.vary.add("HX-Request")
    return response


def address(studio: Studio, anchor: str, undone: Undone | None = None) -> str:
    """Where a browser without our script goes on after an act: the outline, open at the place."""
    part, _, code = (undone.after if undone else anchor).partition("-")
    if part == "head":
        anchor = anchor.replace("head-", "section-")
    if part == "question":
        home = studio.document.section_of(code)
        code = home.code if home else ""
    folds = len(studio.document.questions) > outlines.SMALL
    return url_for(
        "design.outline",
        open=code if folds and studio.document.section(code) else None,
        undo=undone.revision if undone else None,
        after=undone.after if undone else None,
        _anchor="undone" if undone else anchor,
    )


def _undone(studio: Studio) -> Undone | None:
    """What the address says was deleted, if that was the latest edit."""
    revision = request.args.get("undo", 0, int)
    if revision != studio.revision or not studio.last_edit.action.endswith("deleted"):
        return None
    return Undone("", request.args.get("after", ""), revision)
