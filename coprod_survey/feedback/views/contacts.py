"""The people who asked to be told what changed: how many, who, and forgetting one of them.

To read who they are is a deed that is noted, so it takes a press of a button and not only a link.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import Response, current_app, g, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...design import queries as design
from ...questionnaire.text import Language
from ...web import lang_blueprint, render
from ...web.access import permit
from .. import actions, queries

feedback = lang_blueprint(
    "feedback", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/contacts"
)


class Letter(NamedTuple):
    """The words to send to the people who asked to be told in one language, and how many they are."""

    lang: Language
    number: int
    subject: str
    words: str


@feedback.get("")
@permit(Permission.CONTACTS)
def contacts(project_id: int, survey_id: int) -> Response:
    """How many people asked to be told what changed, and the way to their details."""
    design.survey(project_id=project_id, survey_id=survey_id)
    return _page(survey_id)


@feedback.post("")
@permit(Permission.CONTACTS)
def read(project_id: int, survey_id: int) -> Response:
    """The details of everybody who asked to be told."""
    design.survey(project_id=project_id, survey_id=survey_id)
    people = actions.read_contacts(project_id=project_id, survey_id=survey_id, by=g.user)
    return _page(survey_id, people=people)


@feedback.post("/<contact_id>/delete")
@permit(Permission.CONTACTS)
def delete(project_id: int, survey_id: int, contact_id: str) -> Response:
    """Forget one person, and show those who are left."""
    design.survey(project_id=project_id, survey_id=survey_id)
    actions.delete_contact(
        project_id=project_id, survey_id=survey_id, contact_id=contact_id, by=g.user
    )
    people = actions.read_contacts(project_id=project_id, survey_id=survey_id, by=g.user)
    return _page(survey_id, people=people, done=_("The details were deleted"))


def _page(survey_id: int, **context: object) -> Response:
    return render(
        "feedback/contacts.html",
        survey_id=survey_id,
        title=design.draft(survey_id).document.title,
        count=queries.contact_count(survey_id),
        page=queries.page(survey_id),
        letters=_letters(survey_id),
        **context,
    )


def _letters(survey_id: int) -> list[Letter]:
    """What to send, in each language in which somebody waits; nothing before there is a page to read."""
    code = queries.door_code(survey_id) if queries.page(survey_id) else None
    if code is None:
        return []
    title = design.draft(survey_id).document.title
    base = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    letters = []
    for lang, count in queries.contact_counts(survey_id).items():
        address = base + url_for("heard.page", lang=lang, code=code)[len(request.script_root) :]
        with force_locale(lang):
            subject = _("What we heard, and what we will do: %(title)s", title=title.words(lang))
            lines = (
                _("Hello,"),
                _(
                    "You asked us to tell you what changed after this survey: %(title)s",
                    title=title.words(lang),
                ),
                _("What we heard and what we will do is here: %(address)s", address=address),
                _("Thank you for taking part."),
                g.project.organisation.name.words(lang),
            )
        letters.append(Letter(lang, count, subject, "\n\n".join(lines)))
    return letters
