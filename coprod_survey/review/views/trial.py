"""A trial: the draft answered page by page. Kept are the time of a page and what was hard, no answers."""

from __future__ import annotations

import hashlib

from flask import Response, current_app, g, request, url_for
from itsdangerous import BadSignature, Signer

from ... import clock
from ...accounts.policy import Permission
from ...design import tried
from ...design.views.preview import Trial, cleared, step, typed_over
from ...design.views.studio import sent
from ...extensions import limiter
from ...questionnaire.answers import Raw, plain_text
from ...questionnaire.problem import Problem
from ...questionnaire.questions import Question
from ...responses import faces, keys
from ...web.access import permit
from ...web.htmx import see_other
from .. import cookies, trials
from ..models import TRY
from .blueprints import limit, reading
from .reader import Reader, shown, through_gate

STAY = frozenset({"clear", "stay", "hard", "not_hard"})
"""Buttons that show the page again as it stands: another language, a mark, an answer taken back."""


@reading.get("/<code:code>/try")
@permit(Permission.PUBLIC)
@through_gate
def trial_start(reader: Reader) -> Response:
    """What a trial is, and what is kept of it."""
    if reader.link.kind != TRY:
        return see_other(url_for("reading.start", code=reader.link.code))
    return shown(
        "review/try_start.html",
        reader,
        trial=Trial(reader.studio, {}),
        must=faces.must_answer(reader.document),
        minutes=faces.minutes(reader.document),
    )


@reading.post("/<code:code>/try")
@permit(Permission.PUBLIC)
@limiter.limit(limit)
@through_gate
def trial_begin(reader: Reader) -> Response:
    """Begin, with nothing tried yet."""
    code, pages = reader.link.code, Trial(reader.studio, {}).journey.pages
    if reader.link.kind != TRY or not pages:
        return see_other(url_for("reading.start", code=code))
    answer = see_other(url_for("reading.trial_page", code=code, number=pages[0].number))
    answer = cookies.keep_tried(answer, "", code)
    return cookies.remember(answer, reader.key or keys.new_key(), code)


@reading.get("/<code:code>/try/<int:number>")
@permit(Permission.PUBLIC)
@through_gate
def trial_page(reader: Reader, number: int) -> Response:
    """One page of questions; only for who has begun."""
    trial = _trial(reader)
    if reader.link.kind != TRY or reader.key is None or not trial.is_on_path(number):
        return see_other(url_for("reading.trial_start", code=reader.link.code))
    return _show(reader, trial, number)


@reading.post("/<code:code>/try/<int:number>")
@permit(Permission.PUBLIC)
@limiter.limit(limit)
@through_gate
def trial_send(reader: Reader, number: int) -> Response:
    """Check the page as the survey will and go on; or note that a question was hard, and stay."""
    before, typed, code = _trial(reader), sent(), reader.link.code
    if reader.link.kind != TRY or reader.key is None or not before.is_on_path(number):
        return see_other(url_for("reading.trial_start", code=code))
    _keep_marks(reader, before, number, typed)
    if not STAY.isdisjoint(typed):
        raw = typed_over(before, number, typed)
        raw = cleared(raw, typed["clear"][0]) if "clear" in typed else raw
        return _show(reader, Trial(reader.studio, raw), number)
    trial, problems, added = taken = step(before, number, typed)
    if not taken.is_done:
        return _show(reader, trial, number, problems, added)
    _keep_time(reader, before, number)
    after = trial.journey.after(number)
    address = (
        url_for("reading.trial_page", code=code, number=after.number)
        if after
        else url_for("reading.trial_end", code=code)
    )
    return cookies.keep_tried(see_other(address), trial.tried or "", code)


@reading.get("/<code:code>/try/end")
@permit(Permission.PUBLIC)
@through_gate
def trial_end(reader: Reader) -> Response:
    """Thanks, and the way to say more."""
    return shown("review/try_end.html", reader, trial=_trial(reader))


def _trial(reader: Reader) -> Trial:
    """Where this person has come to, by what their browser holds."""
    return Trial(reader.studio, tried.unpack(cookies.tried(reader.link.code)))


def _run(reader: Reader) -> str:
    """What this person's run is called; it leads to none of their comments."""
    return trials.run_of(reader.key.secret) if reader.key else ""


def _keep_marks(reader: Reader, trial: Trial, number: int, typed: Raw) -> None:
    """Keep the questions that were marked as hard, and the notes about them."""
    run, codes = _run(reader), {q.code for q in trial.page(number).section.questions if q.asks}
    pressed, undone = ((typed.get(name) or [""])[0] for name in ("hard", "not_hard"))
    if undone in codes:
        trials.unmark(link=reader.link, run=run, question=undone)
    marked = trials.marks(link_id=reader.link.id, run=run)
    for code in codes & {pressed, *marked}:
        note = plain_text((typed.get(f"note-{code}") or [marked.get(code, "")])[0])
        note = note[: trials.LONGEST_NOTE]
        if code not in marked or note != marked[code]:
            trials.mark_hard(
                link=reader.link,
                run=run,
                question=code,
                revision=reader.revision,
                lang=g.lang,
                note=note,
            )


def _keep_time(reader: Reader, trial: Trial, number: int) -> None:
    """Keep how long the page was on show, if the moment in the form is one that we wrote there."""
    try:
        since = int(_signer(reader, number).unsign(request.form.get("since", "")))
    except (BadSignature, ValueError):
        return
    trials.keep_time(
        link=reader.link,
        run=_run(reader),
        section=trial.page(number).section.code,
        revision=reader.revision,
        seconds=clock.now().timestamp() - since,
    )


def _signer(reader: Reader, number: int) -> Signer:
    salt = f"trial:{reader.link.code}:{number}:{_run(reader)}"
    secret = current_app.config["SECRET_KEY"]
    return Signer(secret, salt=salt, digest_method=hashlib.sha256)


def _show(
    reader: Reader,
    trial: Trial,
    number: int,
    problems: dict[str, Problem] | None = None,
    added: list[Question] | None = None,
) -> Response:
    """A page of questions with what was typed and what is wrong, as the survey will show it."""
    problems, here = problems or {}, trial.page(number)
    wrong = {q.code: problems[q.code] for q in here.asking if q.code in problems}
    now = str(int(clock.now().timestamp()))
    previous = trial.journey.before(number)
    document = trial.studio.document
    values = {question.code: trial.raw for question in here.asking}
    slots = faces.slots(here, document, values, wrong)
    places = [
        q for q in here.section.questions if q in here.questions or q.code in document.follow_ups
    ]
    return shown(
        "review/try_page.html",
        reader,
        422 if wrong else 200,
        here=here,
        asked=list(zip(places, slots, strict=True)),
        errors=list(wrong.values()),
        added=added or [],
        hard=trials.marks(link_id=reader.link.id, run=_run(reader)),
        since=request.form.get("since") or _signer(reader, number).sign(now).decode(),
        back=url_for("reading.trial_page", code=reader.link.code, number=previous.number)
        if previous
        else url_for("reading.trial_start", code=reader.link.code),
        longest_note=trials.LONGEST_NOTE,
    )
