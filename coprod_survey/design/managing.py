"""What people do to a survey as a whole: put it away, bring it back, move it, delete it."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..dates import day_of
from ..distribution import actions as distribution
from ..errors import NotFound, Refused
from ..extensions import db
from ..feedback.models import Contact
from ..projects import queries as projects
from ..projects.models import Project
from ..questionnaire.copies import duplicate
from ..questionnaire.problem import Problem
from ..questionnaire.purpose import with_goals_among
from ..questionnaire.text import N_
from ..responses.models import Response
from ..review.models import Comment, ReviewLink
from . import actions, queries
from .models import Survey

STILL_PROMISED = N_(
    "People have answered this survey. It can be deleted after the day until which the privacy notice promises to keep the answers"
)
ANOTHER_CONTROLLER = N_(
    "People have answered this survey, and their answers may not go to another organisation"
)
IN_SERIES = N_("This survey has several waves. They stay together in one project")
NOT_LATER = N_("Write a day that is later than today")
NOT_SHORTENED = N_("What was promised cannot be shortened. Write this day or a later one: %(day)s")


def copy_survey(
    *, survey_id: int, project_id: int, by: User | None, at: datetime | None = None
) -> Survey:
    """A new survey in the same project, with a title that says it is a copy."""
    document = duplicate(queries.draft(survey_id).document)
    return actions.create_survey(project_id=project_id, document=document, by=by, at=at)


def archive(survey_id: int, *, by: User | None, at: datetime | None = None) -> None:
    """Put a survey away: it leaves the lists, nobody edits or answers it, and its links close.

    Answers, results and history stay. Archiving one that is archived changes nothing.
    """
    at = at or clock.now()
    survey = _locked(survey_id)
    if survey.archived_at is None:
        survey.archived_at = at
        distribution.close_all(survey_id=survey_id, by=by, at=at)
        mine = ReviewLink.survey_id == survey_id
        db.session.execute(sa.update(ReviewLink).where(mine).values(is_open=False))
        record("survey archived", by=by, project_id=survey.project_id, survey_id=survey_id, at=at)
    db.session.commit()


def unarchive(survey_id: int, *, by: User | None, at: datetime | None = None) -> None:
    """Bring a survey back. Its links stay closed until somebody opens them."""
    survey = _locked(survey_id)
    if survey.archived_at is not None:
        survey.archived_at = None
        project_id = survey.project_id
        record("survey unarchived", by=by, project_id=project_id, survey_id=survey_id, at=at)
    db.session.commit()


def transfer(survey_id: int, *, to: Project, by: User | None, at: datetime | None = None) -> None:
    """Move a survey with its links, answers and history to another project.

    Goals that the other project lacks leave the draft; groups keep their codes. Who may do it is for the
    caller to say, in both projects. The names of reviewers stay behind where the other project belongs
    to another organisation. Raises `Refused` where people have answered and the other
    project belongs to another organisation (the answers were given to the first), and for a survey
    of several waves, which are compared with each other.
    """
    at = at or clock.now()
    survey = _locked(survey_id)
    before = survey.project_id
    if before == to.id:
        return db.session.rollback()
    controller = sa.select(Project.organisation_id).where(Project.id == before)
    leaves_house = db.session.scalar(controller) != to.organisation_id
    if leaves_house and holds_people(survey_id):
        raise Refused(Problem(ANOTHER_CONTROLLER, field="to"))
    if queries.has_waves(survey_id):
        raise Refused(Problem(IN_SERIES, field="to"))
    if leaves_house:  # those who gave their names were told that only the writers here see them
        mine = Comment.survey_id == survey_id
        db.session.execute(sa.update(Comment).where(mine).values(name=""))
    survey.project_id = to.id
    goals = projects.goal_codes(to.id)
    draft = actions.hold(survey_id)
    actions.write(draft, lambda d: with_goals_among(d, goals), action="transferred", by=by, at=at)
    record("survey sent away", by=by, project_id=before, survey_id=survey_id, at=at, to=to.id)
    record("survey received", by=by, project_id=to.id, survey_id=survey_id, at=at, source=before)
    return db.session.commit()


def holds_people(survey_id: int) -> bool:
    """Whether a survey holds what people have given of themselves: answers, or how to reach them."""
    reached = sa.exists().where(Contact.survey_id == survey_id)
    return queries.has_responses(survey_id) or bool(db.session.scalar(sa.select(reached)))


def promise(survey_id: int, *, until: date, by: User | None, at: datetime | None = None) -> None:
    """Say until which day the privacy notice promises to keep the answers.

    Raises `Refused`, at the field `until`, for a day that has come, or that is before one promised.
    """
    at = at or clock.now()
    survey = _locked(survey_id)
    if until <= day_of(at):
        raise Refused(Problem(NOT_LATER, field="until"))
    promised = survey.answers_kept_until
    if promised and until < promised:
        shown = {"day": f"{promised:%d/%m/%Y}"}
        raise Refused(Problem(NOT_SHORTENED, shown, field="until"))
    survey.answers_kept_until = until
    record("keeping promised", by=by, project_id=survey.project_id, survey_id=survey_id, at=at)
    db.session.commit()


def may_delete(survey: Survey, *, at: datetime | None = None) -> bool:
    """Whether nobody has answered, or what was promised about keeping the answers is fulfilled."""
    until = survey.answers_kept_until
    is_over = until is not None and day_of(at or clock.now()) > until
    return is_over or not queries.has_responses(survey.id)


def delete(survey_id: int, *, by: User | None, at: datetime | None = None) -> None:
    """Delete a survey with its history, links, answers and the people to tell what changed.

    Raises `Refused` where there are answers that were promised to be kept, or about which nothing
    was promised yet.
    """
    survey = _locked(survey_id)
    if not may_delete(survey, at=at):
        raise Refused(Problem(STILL_PROMISED))
    project_id = survey.project_id
    gone = db.session.execute(sa.delete(Response).where(Response.survey_id == survey_id))
    number = gone.rowcount  # type: ignore[attr-defined]
    record(
        "survey deleted", by=by, project_id=project_id, survey_id=survey_id, at=at, answers=number
    )
    db.session.delete(survey)
    db.session.commit()
    _forget_pages()


def _locked(survey_id: int) -> Survey:
    """The survey, with its draft held so that nobody changes either meanwhile."""
    actions.hold(survey_id)
    survey = db.session.get(Survey, survey_id, populate_existing=True)
    if survey is None:
        raise NotFound
    return survey


def _forget_pages() -> None:
    """Forget what this process keeps by version: SQLite gives the numbers of deleted ones again."""
    from ..responses import faces

    queries.published.cache_clear()
    faces.ask_afresh.cache_clear()
    faces.row.cache_clear()
