"""Saying something of a draft: of the whole, of a section, or of a question."""

from __future__ import annotations

from typing import cast

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound, Refused
from ...extensions import limiter
from ...questionnaire.document import Section
from ...responses import faces, keys
from ...responses.keys import Key
from ...web.access import permit
from ...web.htmx import see_other
from ...web.numbers import whole_number
from .. import actions, cookies
from ..forms import CommentForm
from ..models import QUESTION, SECTION, SURVEY
from ..words import KINDS, STATES, sentence
from .blueprints import limit, reading
from .reader import Reader, shown, through_gate


@reading.get("/<code:code>/whole")
@permit(Permission.PUBLIC)
@through_gate
def of_whole(reader: Reader) -> Response:
    """What somebody may say of the survey as a whole."""
    return _form(reader, SURVEY, "")


@reading.post("/<code:code>/whole")
@permit(Permission.PUBLIC)
@limiter.limit(limit)
@through_gate
def say_of_whole(reader: Reader) -> Response:
    """Keep it."""
    return _keep(reader, SURVEY, "")


@reading.get("/<code:code>/sections/<name>")
@permit(Permission.PUBLIC)
@through_gate
def of_section(reader: Reader, name: str) -> Response:
    """What somebody may say of one page."""
    return _form(reader, SECTION, name)


@reading.post("/<code:code>/sections/<name>")
@permit(Permission.PUBLIC)
@limiter.limit(limit)
@through_gate
def say_of_section(reader: Reader, name: str) -> Response:
    """Keep it."""
    return _keep(reader, SECTION, name)


@reading.get("/<code:code>/questions/<name>")
@permit(Permission.PUBLIC)
@through_gate
def of_question(reader: Reader, name: str) -> Response:
    """What somebody may say of one question."""
    return _form(reader, QUESTION, name)


@reading.post("/<code:code>/questions/<name>")
@permit(Permission.PUBLIC)
@limiter.limit(limit)
@through_gate
def say_of_question(reader: Reader, name: str) -> Response:
    """Keep it."""
    return _keep(reader, QUESTION, name)


def _keep(reader: Reader, part: str, name: str) -> Response:
    """Keep a comment, and go back to where it was made.

    Machines that fill in every field are thanked, and nothing is kept.
    """
    code = reader.link.code
    revision, document = reader.then(request.form.get("revision", type=whole_number))
    then = sentence(document, part, name) or sentence(reader.document, part, name)
    if then is None:
        return shown("review/gone.html", reader, typed=request.form.get("words", ""))
    form = CommentForm()
    if not form.validate():
        return _form(reader, part, name, form, 422)
    key = reader.key or cookies.unsigned(request.form.get("key"), code) or keys.new_key()
    if not request.form.get("homepage"):
        try:
            actions.say(
                link=reader.link,
                writer=key.digest,
                place=(part, name),
                kind=form.kind.data,
                words=form.words.data or "",
                suggested=form.suggested,
                name=form.name.data or "",
                lang=g.lang,
                revision=revision,
                then=then,
            )
        except Refused as refused:
            form.refuse(refused.problem)
            return _form(reader, part, name, form, 422)
    flash(_("Thank you. The people who write the survey will read what you said."))
    return cookies.remember(see_other(_back(reader, part, name)), key, code)


def _form(
    reader: Reader, part: str, name: str, form: CommentForm | None = None, status: int = 200
) -> Response:
    """The form for a place, below what stands there now. Raises `NotFound` where nothing does."""
    now = sentence(reader.document, part, name)
    if now is None:
        raise NotFound
    question = reader.document.question(name) if part == QUESTION else None
    number = reader.document.numbers.get(name, "") if question else ""
    mark = faces.marks(reader.document).get(name, "")
    key: Key = reader.key or keys.new_key()
    return shown(
        "review/say.html",
        reader,
        status,
        part=part,
        name=name,
        now=now,
        number=number,
        face=faces.ask(question, number, mark) if question else "",
        form=form or CommentForm(name=_name(reader)),
        key=cookies.signed(key, reader.link.code),
        back=_back(reader, part, name),
        said=reader.said_of(part, name),
        kinds=KINDS,
        states=STATES,
    )


def _name(reader: Reader) -> str:
    """The name that the person gave the last time."""
    return next((one.name for one in reversed(reader.said)), "")


def _back(reader: Reader, part: str, name: str) -> str:
    """The address of the place that a comment is about."""
    code = reader.link.code
    section = (
        reader.document.section_of(name)
        if part == QUESTION
        else reader.document.section(name)
        if part == SECTION
        else None
    )
    if section is None:
        return url_for("reading.start", code=code)
    number = reader.document.sections.index(cast(Section, section)) + 1
    anchor = f"read-{name}" if part == QUESTION else None
    return url_for("reading.page", code=code, number=number, _anchor=anchor)
