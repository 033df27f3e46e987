"""Surveys out into files and in from files, with the pictures that belong to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from ..accounts.models import User
from ..errors import NotFound, Refused
from ..interchange import json_document
from ..interchange.json_document import Faulty
from ..pictures import actions as pictures
from ..pictures import queries as kept
from ..pictures.reading import read_picture
from ..projects import queries as projects
from ..questionnaire.document import SurveyDocument
from ..questionnaire.purpose import with_goals_among
from . import actions
from .models import Survey


def export_document(document: SurveyDocument, *, pretty: bool = True) -> bytes:
    """A survey as a file of our own format, its pictures in it."""
    files = set(json_document.files_of(document))
    return json_document.write(document, {f: kept.data_of(f) for f in files}, pretty=pretty)


def import_survey(
    data: bytes, *, project_id: int, by: User | None, at: datetime | None = None
) -> Survey:
    """A new survey in a project, made of the file that somebody has sent.

    Of its goals it keeps those that the project has; groups keep their codes. Raises `Faulty`, and
    makes nothing, unless all of the file is well.
    """
    package = json_document.read(data)
    _look_at(package.pictures)
    names = {file: _keep(file, sent, at) for file, sent in package.pictures.items()}
    goals = projects.goal_codes(project_id)
    document = with_goals_among(_renamed(package.document, names), goals)
    return actions.create_survey(
        project_id=project_id, document=document, by=by, at=at, action="imported"
    )


def _look_at(sent: dict[str, bytes]) -> None:
    """Raise `Faulty` for what is no picture, before any is kept."""
    problems = []
    for file, data in sent.items():
        try:
            read_picture(data, fit=pictures.WIDEST, field="")
        except Refused as refused:
            problems.append(replace(refused.problem, place=f"pictures.{file}"))
    if problems:
        raise Faulty(problems)


def _keep(file: str, sent: bytes, at: datetime | None) -> str:
    """Keep a picture and give its file's name: the same as before where it is one of ours."""
    try:
        if kept.data_of(file) == sent:
            return file
    except NotFound:
        pass
    return pictures.keep(sent, at=at)


def _renamed(document: SurveyDocument, names: dict[str, str]) -> SurveyDocument:
    """The survey with the names that its pictures have here."""

    def rename(question: Any) -> Any:
        picture = question.picture
        if picture is None:
            return question
        return replace(question, picture=replace(picture, file=names[picture.file]))

    sections = (
        replace(section, questions=tuple(map(rename, section.questions)))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))
