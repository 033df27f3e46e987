"""About a survey: write it, publish it, and read it."""

from __future__ import annotations

from flask import Response, flash, g, request, session, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...design import queries as design
from ...design.views.studio import Studio
from ...distribution import queries as distribution
from ...errors import NotFound, Refused
from ...projects.models import Project
from ...questionnaire.text import LANGUAGES, Text
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.kept import render_kept
from .. import about as abouts
from ..about import About, Happened
from ..forms import AboutForm
from .blueprints import about, review

KEPT_SECONDS = 600
"""How long a browser, or a cache on the way, may show a published page without asking again."""


@about.get("/s/<code:code>/about")
@permit(Permission.PUBLIC)
def page(code: str) -> Response:
    """Why a survey is asked, who made it, and what reviewers changed; where that was published."""
    door = distribution.door(code)
    if door is None or not door.has_about or door.version_id is None:
        raise NotFound
    answer = render_kept(
        "review/about.html",
        door=door,
        organisation=door.organisation,
        demonstration=door.demonstration,
        about=abouts.published(door.survey_id),
        survey=design.published(door.version_id),
    )
    if not session.modified:
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return answer


@review.get("/about")
@permit(Permission.PUBLISH)
def edit_about(project_id: int, survey_id: int) -> Response:
    """The form; filled in with what is known already, where nobody has written anything."""
    studio = Studio(project_id, survey_id)
    written, row = abouts.written(survey_id)
    return _page(studio, AboutForm.holding(written if row else proposed(studio, g.project)))


@review.post("/about")
@permit(Permission.PUBLISH)
def write_about(project_id: int, survey_id: int) -> Response:
    """Keep what is written; fill in what reviewers changed; publish it, or take it off again."""
    studio = Studio(project_id, survey_id)
    form, do = AboutForm(), request.form.get("do", "save")
    if not form.validate():
        return _page(studio, form, 422)
    if do == "fill":
        changed = proposed(studio, g.project).changed
        now = form.about
        return _page(studio, AboutForm.holding(About(now.purpose, now.makers, changed)))
    try:
        abouts.write(survey_id, form.about, publish=do == "publish", by=g.user)
    except Refused as refused:
        form.refuse(refused.problem)
        return _page(studio, form, 422)
    if do == "withdraw":
        abouts.withdraw(survey_id, by=g.user)
    flash(
        {
            "publish": _("Everybody who may answer the survey can read this now."),
            "withdraw": _("Nobody can read this any more. What you wrote is kept."),
        }.get(do, _("Saved. People do not see it until you publish it."))
    )
    return see_other(url_for("review.edit_about"))


def _page(studio: Studio, form: AboutForm, status: int = 200) -> Response:
    _written, row = abouts.written(studio.id)
    return render("review/edit_about.html", status, studio=studio, form=form, row=row)


def proposed(studio: Studio, project: Project) -> About:
    """What can be said without being asked: the project's purpose, its organisation, what was changed."""
    name = project.organisation.name
    makers = {}
    for lang in LANGUAGES:
        with force_locale(lang):
            makers[lang] = _("This survey was made by: %(name)s", name=name.words(lang))
    changed = what_changed(abouts.happened(studio.id, studio.document))
    return About(project.purpose, Text(cy=makers["cy"], en=makers["en"]), changed)


def what_changed(found: list[Happened]) -> Text:
    """What a review led to, as a list in each language; a facilitator makes it their own."""
    faces = {}
    for lang in LANGUAGES:
        with force_locale(lang):
            lines = []
            for one in found:
                wording = " ".join(one.wording.words(lang).split())
                said = " ".join(one.answer.words(lang).split())
                if wording and one.number:
                    lines.append(
                        _(
                            "Question %(number)s now says: “%(words)s”",
                            number=one.number,
                            words=wording,
                        )
                    )
                elif wording:
                    lines.append(_("It now says: “%(words)s”", words=wording))
                if said and one.number and not wording:
                    said = _("Question %(number)s: %(words)s", number=one.number, words=said)
                if said:
                    lines.append(said)
            faces[lang] = "\n".join(f"- {line}" for line in lines)
    return Text(cy=faces["cy"], en=faces["en"])
