"""The people who asked to be told what changed: how many, who, and forgetting one of them.

To read who they are is a deed that is noted, so it takes a press of a button and not only a link.
"""

from __future__ import annotations

from flask import Blueprint, Response, g
from flask_babel import gettext as _

from ..accounts.policy import Permission
from ..design import queries as design
from ..web import lang_blueprint, render
from ..web.access import permit
from . import actions, queries

feedback = lang_blueprint(
    "feedback", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/contacts"
)
blueprints: tuple[Blueprint, ...] = (feedback,)


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
        **context,
    )
