"""What was heard: write it in both languages, promise what will be done, and publish it."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ... import clock
from ...accounts.policy import Permission
from ...analysis.small_numbers import small_numbers
from ...dates import day_of
from ...design.views.blueprint import stay_in_survey
from ...design.views.studio import Studio
from ...errors import Refused
from ...questionnaire.parity.finding import words_key
from ...questionnaire.parity.pair import check_pair
from ...questionnaire.problem import Problem
from ...questionnaire.text import N_, Text, fingerprint
from ...translation.words import COLOURS as TEXT_COLOURS
from ...translation.words import STATE_WORDS as TEXT_STATES
from ...web.access import permit
from ...web.forms import Form
from ...web.htmx import render, see_other
from ...web.language import lang_blueprint
from ...web.words import say
from .. import findings as actions
from .. import queries
from ..forms import CommitmentForm, FindingForm
from ..models import Commitment, Finding
from ..telling import COLOURS, STATE_WORDS

findings = lang_blueprint(
    "findings", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/findings"
)
findings.url_defaults(stay_in_survey)

OVERTAKEN = N_(
    "Somebody else has changed the same words while you were writing. Decide what shall stay"
)


@findings.get("")
@permit(Permission.SEE_RESULTS)
def page(project_id: int, survey_id: int) -> Response:
    """Everything that was heard and promised, and what is published of it."""
    return _page(_studio(survey_id))


@findings.route("/add", methods=["GET", "POST"])
@permit(Permission.DESIGN)
def add(project_id: int, survey_id: int) -> Response:
    """Add a finding."""
    studio = _studio(survey_id)
    form = _finding_form(studio, None)
    if form.validate_on_submit():
        row = actions.add(survey_id, heard=form.heard, question=form.question.data, by=g.user)
        flash(_("The finding was added."))
        return _back(row)
    return _finding_page(studio, form)


@findings.route("/<int:finding_id>", methods=["GET", "POST"])
@permit(Permission.DESIGN)
def change(project_id: int, survey_id: int, finding_id: int) -> Response:
    """Change a finding."""
    studio = _studio(survey_id)
    row = queries.finding(survey_id=survey_id, finding_id=finding_id)
    form = _finding_form(studio, row)
    if form.validate_on_submit():
        if _is_overtaken(row.heard):
            return _finding_page(studio, form, overtaken=True)
        actions.change(row, heard=form.heard, question=form.question.data, by=g.user)
        flash(_("The finding was changed."))
        return _back(row)
    return _finding_page(studio, form)


@findings.post("/<int:finding_id>/move")
@permit(Permission.DESIGN)
def move(project_id: int, survey_id: int, finding_id: int) -> Response:
    """Move a finding up or down."""
    _studio(survey_id)
    row = queries.finding(survey_id=survey_id, finding_id=finding_id)
    actions.move(row, up=request.form.get("direction") == "up", by=g.user)
    return _back(row)


@findings.get("/<int:finding_id>/delete")
@permit(Permission.DESIGN)
def delete(project_id: int, survey_id: int, finding_id: int) -> Response:
    """Ask once more before a finding goes."""
    row = queries.finding(survey_id=survey_id, finding_id=finding_id)
    return render("feedback/delete_finding.html", studio=_studio(survey_id), row=row)


@findings.post("/<int:finding_id>/delete")
@permit(Permission.DESIGN)
def delete_now(project_id: int, survey_id: int, finding_id: int) -> Response:
    """Delete a finding with its commitments."""
    _studio(survey_id)
    actions.delete(queries.finding(survey_id=survey_id, finding_id=finding_id), by=g.user)
    flash(_("The finding was deleted."))
    return see_other(url_for("findings.page"))


@findings.route("/<int:finding_id>/commitments/add", methods=["GET", "POST"])
@permit(Permission.DESIGN)
def add_commitment(project_id: int, survey_id: int, finding_id: int) -> Response:
    """Promise something about a finding."""
    studio = _studio(survey_id)
    finding = queries.finding(survey_id=survey_id, finding_id=finding_id)
    form = CommitmentForm(None)
    if form.validate_on_submit():
        actions.promise(finding, form.promise, by=g.user)
        flash(_("The commitment was added."))
        return _back(finding)
    return _commitment_page(studio, form, finding)


@findings.route("/<int:finding_id>/commitments/<int:commitment_id>", methods=["GET", "POST"])
@permit(Permission.DESIGN)
def commitment(project_id: int, survey_id: int, finding_id: int, commitment_id: int) -> Response:
    """Change a commitment, or say what happened."""
    studio = _studio(survey_id)
    row = _commitment(survey_id, finding_id, commitment_id)
    form = CommitmentForm(row)
    if form.validate_on_submit():
        if _is_overtaken(row.promise, row.who, row.outcome):
            return _commitment_page(studio, form, row.finding, overtaken=True)
        actions.promise(row.finding, form.promise, row=row, by=g.user)
        flash(_("The commitment was changed."))
        return _back(row.finding)
    return _commitment_page(studio, form, row.finding)


@findings.get("/<int:finding_id>/commitments/<int:commitment_id>/delete")
@permit(Permission.DESIGN)
def delete_commitment(
    project_id: int, survey_id: int, finding_id: int, commitment_id: int
) -> Response:
    """Ask once more before a commitment goes."""
    row = _commitment(survey_id, finding_id, commitment_id)
    return render("feedback/delete_commitment.html", studio=_studio(survey_id), row=row)


@findings.post("/<int:finding_id>/commitments/<int:commitment_id>/delete")
@permit(Permission.DESIGN)
def delete_commitment_now(
    project_id: int, survey_id: int, finding_id: int, commitment_id: int
) -> Response:
    """Delete a commitment."""
    _studio(survey_id)
    row = _commitment(survey_id, finding_id, commitment_id)
    finding = row.finding
    actions.take_back(row, by=g.user)
    flash(_("The commitment was deleted."))
    return _back(finding)


@findings.post("/publish")
@permit(Permission.PUBLISH)
def publish(project_id: int, survey_id: int) -> Response:
    """Let everybody read the findings; or say which sentences are not fit for it yet."""
    studio = _studio(survey_id)
    try:
        actions.publish(survey_id, by=g.user)
    except Refused:
        return _page(studio, 422, queries.lacking(survey_id))
    flash(_("Everybody with the survey’s link can read this now."))
    return see_other(url_for("findings.page"))


@findings.post("/withdraw")
@permit(Permission.PUBLISH)
def withdraw(project_id: int, survey_id: int) -> Response:
    """Let nobody read the findings any more."""
    _studio(survey_id)
    actions.withdraw(survey_id, by=g.user)
    flash(_("Nobody can read this any more. What you wrote is kept."))
    return see_other(url_for("findings.page"))


def _studio(survey_id: int) -> Studio:
    """The survey. What was promised is followed up after it has been archived too."""
    return Studio(g.project.id, survey_id, archived=True)


def _seen(*texts: Text) -> str:
    """A digest of words as a form shows them."""
    return fingerprint(" ".join(words_key(text) for text in texts))


def _is_overtaken(*texts: Text) -> bool:
    """Whether somebody else has changed these words since the person's form showed them."""
    return request.form.get("seen", _seen(*texts)) != _seen(*texts)


def _status(form: Form, overtaken: bool) -> int:
    """How a form that is shown again is answered; one that was overtaken says so."""
    if overtaken:
        form.form_errors.append(_(OVERTAKEN))
    return 409 if overtaken else 422 if form.errors else 200


def _commitment(survey_id: int, finding_id: int, commitment_id: int) -> Commitment:
    return queries.commitment(
        survey_id=survey_id, finding_id=finding_id, commitment_id=commitment_id
    )


def _back(row: Finding) -> Response:
    return see_other(url_for("findings.page", _anchor=f"finding-{row.id}"))


def _page(studio: Studio, status: int = 200, problems: list[Problem] | None = None) -> Response:
    rows = queries.findings(studio.id)
    published = queries.page(studio.id)
    return render(
        "feedback/findings.html",
        status,
        studio=studio,
        rows=rows,
        asked=queries.questions(studio.id),
        page=published,
        is_changed=published and queries.published(studio.id) != queries.as_written(studio.id),
        wrong=[_line(rows, problem) for problem in problems or ()],
        errors=bool(problems),
        code=queries.door_code(studio.id),
        check=check_pair,
        small=small_numbers,
        text_states=TEXT_STATES,
        text_colours=TEXT_COLOURS,
        today=day_of(clock.now()),
        states=STATE_WORDS,
        colours=COLOURS,
    )


def _line(rows: list[Finding], problem: Problem) -> dict[str, str]:
    """What stands in the way of publishing, with the finding it is about and the way to its field."""
    part, number, field = problem.place.split(".") if problem.place else ("", "", "")
    for turn, row in enumerate(rows, start=1):
        ours: tuple[Finding | Commitment, ...] = (row, *row.commitments)
        for one in ours:
            mine = queries.FINDING if one is row else queries.COMMITMENT
            if (part, number) != (mine, str(one.id)):
                continue
            words = _(
                "Finding %(number)s, %(what)s: %(problem)s",
                number=turn,
                what=f"“{say(queries.LABELS[part, field])}”",
                problem=say(problem),
            )
            text: Text = getattr(one, field)
            face = "en" if text.cy.strip() and not text.en.strip() else "cy"
            return {"text": words, "href": _address(row, one, f"{field}_{face}")}
    return {"text": say(problem), "href": "#add"}


def _address(finding: Finding, one: Finding | Commitment, anchor: str) -> str:
    """The address of the form where a finding or a commitment is changed."""
    if one is finding:
        return url_for("findings.change", finding_id=finding.id, _anchor=anchor)
    return url_for(
        "findings.commitment", finding_id=finding.id, commitment_id=one.id, _anchor=anchor
    )


def _finding_form(studio: Studio, row: Finding | None) -> FindingForm:
    return FindingForm(queries.questions(studio.id), queries.numbers(studio.id), row)


def _finding_page(studio: Studio, form: FindingForm, overtaken: bool = False) -> Response:
    return render(
        "feedback/finding.html",
        _status(form, overtaken),
        overtaken=overtaken,
        seen=_seen(form.row.heard) if form.row else "",
        studio=studio,
        form=form,
        row=form.row,
        found=check_pair(form.row.heard) if form.row else (),
        small=small_numbers(form.row.heard) if form.row else [],
    )


def _commitment_page(
    studio: Studio, form: CommitmentForm, finding: Finding, overtaken: bool = False
) -> Response:
    row = form.row
    return render(
        "feedback/commitment.html",
        _status(form, overtaken),
        overtaken=overtaken,
        seen=_seen(row.promise, row.who, row.outcome) if row else "",
        studio=studio,
        form=form,
        row=row,
        finding=finding,
    )
