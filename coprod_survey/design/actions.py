"""What people do to surveys: create, edit, undo, restore, publish."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import undefer

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..errors import Conflict, NotFound, Refused
from ..extensions import db
from ..projects.models import Project
from ..questionnaire.checks import check, languages, structure
from ..questionnaire.document import SurveyDocument, encode
from ..questionnaire.edits import Edit, Gone
from ..questionnaire.merging import merge
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_
from ..review import signing
from ..translation.around import check_around
from . import queries
from .models import Draft, Revision, Survey, Version

CLASH = N_("Somebody else has changed the same words while you were writing")
GONE = N_("Somebody else has deleted what you wanted to change")
NOT_LATEST = N_("Somebody else has changed the survey since you opened this page")
NOTHING_TO_UNDO = N_("There is nothing to undo")
NOT_READY = N_("The survey is not ready to be published")
READY_FOR_ALL = N_("Both languages are ready, so the survey can be published for everybody")
NO_REASON = N_("Say why the survey is tried out before both languages are checked")
NOTHING_NEW = N_("Nothing has changed since the survey was last published")
ARCHIVED = N_("This survey is archived. Bring it back before you change it")


def create_survey(
    *,
    project_id: int,
    document: SurveyDocument,
    by: User | None,
    at: datetime | None = None,
    action: str = "created",
    follows: int | None = None,
) -> Survey:
    """A new survey in a project, beginning with `document`; `action` is how its history begins.

    It is the next wave of the survey `follows` of the same project, if that is given.
    """
    at = at or clock.now()
    survey = Survey(project_id=project_id, created_at=at)
    if follows is not None:
        survey.wave_of, survey.wave = _next_wave(follows)
    db.session.add(survey)
    db.session.flush()
    draft = Draft(survey_id=survey.id, revision=0, changed_at=at)
    db.session.add(draft)
    _keep(draft, document, action=action, made_from=None, by=by, at=at)
    record("survey created", by=by, project_id=project_id, survey_id=survey.id, at=at)
    db.session.commit()
    return survey


def edit(
    survey_id: int,
    change: Edit,
    *,
    action: str,
    by: User | None,
    at: datetime | None = None,
    seen_revision: int | None = None,
    by_name: str = "",
) -> int:
    """Change a survey's draft and keep the result in its history; gives the revision it now has.

    `change` is applied to the latest revision. Where the person wrote on an older one
    (`seen_revision`), their change is made there and merged with what others have done since.
    Raises `Conflict` when both changed the same sentence, or when what was to be changed is gone,
    `Refused` for an archived survey, and `NotFound` for none; nothing is then changed.
    """
    draft = _lock(survey_id)
    at = at or clock.now()
    write(
        draft,
        change,
        action=action,
        by=by,
        at=at,
        seen_revision=seen_revision,
        by_name=by_name,
    )
    revision = draft.revision
    db.session.commit()
    return revision


def write(
    draft: Draft,
    change: Edit,
    *,
    action: str,
    by: User | None,
    at: datetime,
    seen_revision: int | None = None,
    by_name: str = "",
) -> None:
    """As `edit`, within a larger deed: on a draft that is held already, and the caller commits."""
    latest = queries.read(draft.document)
    try:
        if seen_revision is None or seen_revision == draft.revision:
            document = change(latest)
        else:
            base = queries.document_at(draft.survey_id, seen_revision)
            document, clashes = merge(base, change(base), latest)
            if clashes:
                raise Conflict(Problem(CLASH), clashes, draft.revision)
    except Gone as error:
        raise Conflict(Problem(GONE), revision=draft.revision) from error
    if document != latest:
        _keep(
            draft, document, action=action, made_from=draft.revision, by=by, at=at, by_name=by_name
        )


def undo(survey_id: int, *, by: User | None, seen_revision: int, at: datetime | None = None) -> int:
    """Go back by one edit; the way back is kept in the history too. Gives the new revision.

    Pressed again, it goes back further. Raises `Conflict` where the last edit is not the one that
    the person saw, and `Refused` at the very beginning.
    """
    draft = _lock(survey_id)
    if seen_revision != draft.revision:
        raise Conflict(Problem(NOT_LATEST), revision=draft.revision)
    made_from = _revision(survey_id, draft.revision).made_from
    if made_from is None:
        raise Refused(Problem(NOTHING_TO_UNDO))
    before = _revision(survey_id, made_from)
    _keep(
        draft,
        queries.read(before.document),
        action="undone",
        made_from=before.made_from,
        by=by,
        at=at or clock.now(),
    )
    revision = draft.revision
    db.session.commit()
    return revision


def publish(
    survey_id: int, *, by: User | None, seen_revision: int, at: datetime | None = None
) -> Version:
    """Freeze the draft into the next version, which is what people answer from now on.

    Responses to earlier versions stay what they were. Raises `Refused` when a check fails, an
    approval is lacking or nothing is new, and `Conflict` where the draft is not the one that the person looked at.
    """
    draft, document = _seen(survey_id, seen_revision)
    survey = db.session.get_one(Survey, survey_id, populate_existing=True)
    if check(document) or check_around(_project(survey), survey_id):
        raise Refused(Problem(NOT_READY))
    hindrance = signing.hindrance(survey, document)
    if hindrance:
        raise Refused(hindrance)
    if survey.current_version_id and queries.published(survey.current_version_id) == document:
        raise Refused(Problem(NOTHING_NEW))
    version = _freeze(draft, by=by, at=at or clock.now())
    survey.current_version_id, survey.internal_version_id = version.id, None
    signing.remember(survey, document, version.number)
    _record_version("survey published", survey, version, by)
    db.session.commit()
    return version


def publish_internally(
    survey_id: int,
    *,
    by: User | None,
    seen_revision: int,
    reason: str,
    at: datetime | None = None,
) -> Version:
    """Freeze the draft into a version that only internal links ask, before its languages are equals.

    What people answer through every other link stays as it is, until both languages are checked.
    Raises `Refused` without a reason, where more than the languages is amiss, where nothing is, and
    where an approval is lacking (what is answered counts, so this is no way around one); `Conflict` where the draft is not the one that the person looked at.
    """
    draft, document = _seen(survey_id, seen_revision)
    survey = db.session.get_one(Survey, survey_id, populate_existing=True)
    if structure(document):
        raise Refused(Problem(NOT_READY))
    hindrance = signing.hindrance(survey, document)
    if hindrance:
        raise Refused(hindrance)
    if not (languages(document) or check_around(_project(survey), survey_id)):
        raise Refused(Problem(READY_FOR_ALL))
    if not reason:
        raise Refused(Problem(NO_REASON, field="reason"))
    version = _freeze(draft, by=by, at=at or clock.now(), override_reason=reason)
    survey.internal_version_id = version.id
    _record_version("survey published internally", survey, version, by)
    db.session.commit()
    return version


def _seen(survey_id: int, seen_revision: int) -> tuple[Draft, SurveyDocument]:
    """The locked draft and its document. Raises `Conflict` where it is not the one that was seen."""
    draft = _lock(survey_id)
    if seen_revision != draft.revision:
        raise Conflict(Problem(NOT_LATEST), revision=draft.revision)
    return draft, queries.read(draft.document)


def _project(survey: Survey) -> Project:
    return db.session.get_one(Project, survey.project_id)


def _freeze(draft: Draft, *, by: User | None, at: datetime, override_reason: str = "") -> Version:
    """The next version, with the draft's document as it is."""
    highest = sa.select(sa.func.max(Version.number)).where(Version.survey_id == draft.survey_id)
    version = Version(
        survey_id=draft.survey_id,
        number=(db.session.scalar(highest) or 0) + 1,
        revision=draft.revision,
        document=draft.document,
        published_by_id=by.id if by else None,
        published_at=at,
        override_reason=override_reason,
    )
    db.session.add(version)
    db.session.flush()
    return version


def _record_version(action: str, survey: Survey, version: Version, by: User | None) -> None:
    record(
        action,
        by=by,
        project_id=survey.project_id,
        survey_id=survey.id,
        at=version.published_at,
        version=version.number,
    )


def restore(
    survey_id: int,
    number: int,
    *,
    by: User | None,
    seen_revision: int,
    at: datetime | None = None,
) -> int:
    """Make the survey what it was after the edit with this number; gives the new revision.

    What stands now stays in the history, and undo leads back to it. Raises `NotFound` without such
    a revision, and `Conflict` where the draft is not the one that the person saw.
    """
    draft = _lock(survey_id)
    if seen_revision != draft.revision:
        raise Conflict(Problem(NOT_LATEST), revision=draft.revision)
    document, made_from = queries.document_at(survey_id, number), draft.revision
    if document != queries.read(draft.document):
        at = at or clock.now()
        _keep(draft, document, action="restored", made_from=made_from, by=by, at=at)
    revision = draft.revision
    db.session.commit()
    return revision


def _next_wave(survey_id: int) -> tuple[int, int]:
    """The first survey of a series, and the number of the wave that comes next.

    The series is ours alone until the transaction ends, so that no two waves get one number.
    """
    first = queries.survey_by_id(survey_id).wave_of or survey_id
    waves = db.session.scalars(
        sa.select(Survey.wave)
        .where(sa.or_(Survey.id == first, Survey.wave_of == first))
        .with_for_update()
    )
    return first, max(waves) + 1


def _lock(survey_id: int) -> Draft:
    """The draft, ours alone, of a survey that may be changed. Raises `Refused` for an archived one."""
    draft = hold(survey_id)
    archived = sa.select(Survey.archived_at).where(Survey.id == survey_id)
    if db.session.scalar(archived) is not None:
        raise Refused(Problem(ARCHIVED))
    return draft


def hold(survey_id: int) -> Draft:
    """The survey's draft as it is now, ours alone until the transaction ends."""
    draft = db.session.scalar(
        sa.select(Draft)
        .where(Draft.survey_id == survey_id)
        .options(undefer(Draft.document))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if draft is None:
        raise NotFound
    return draft


def _revision(survey_id: int, number: int) -> Revision:
    return db.session.scalars(
        sa.select(Revision).where(Revision.survey_id == survey_id, Revision.number == number)
    ).one()


def _keep(
    draft: Draft,
    document: SurveyDocument,
    *,
    action: str,
    made_from: int | None,
    by: User | None,
    at: datetime,
    by_name: str = "",
) -> None:
    """Make a document the latest revision of a draft."""
    data = encode(document)
    draft.revision += 1
    draft.document = data
    draft.title_cy, draft.title_en = document.title.cy, document.title.en
    draft.changed_at = at
    db.session.add(
        Revision(
            survey_id=draft.survey_id,
            number=draft.revision,
            made_from=made_from,
            action=action,
            document=data,
            by_id=by.id if by else None,
            by_name=by_name,
            at=at,
        )
    )
