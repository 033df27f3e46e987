"""Small builders of what tests need; each commits, and gives back what it made."""

from __future__ import annotations

import io
import secrets
from datetime import date
from typing import Any

from PIL import Image

from coprod_survey import clock
from coprod_survey.accounts.models import Membership, User
from coprod_survey.design.models import Draft, Revision, Survey, Version
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.feedback.models import Commitment, Finding
from coprod_survey.pictures import actions as pictures
from coprod_survey.projects.models import Organisation, Project
from coprod_survey.questionnaire.document import Section, SurveyDocument, encode
from coprod_survey.questionnaire.questions import (
    LongText,
    MultipleChoice,
    Number,
    Option,
    Scale,
    ShortText,
    SingleChoice,
)
from coprod_survey.questionnaire.text import Text
from coprod_survey.review.models import Comment, ReviewLink
from coprod_survey.translation import around_actions


def save(thing: Any) -> Any:
    """Commit one new row and give it back."""
    db.session.add(thing)
    db.session.commit()
    return thing


def make_picture(width: int = 40, kind: str = "PNG") -> str:
    """A picture that is kept; gives the name of its file."""
    return pictures.keep(picture_file(width, kind))


def picture_file(width: int = 40, kind: str = "PNG", **values: Any) -> bytes:
    """What is in the file of a small picture; `values` as Pillow saves them."""
    file = io.BytesIO()
    Image.new("RGB", (width, 30), "teal").save(file, kind, **values)
    return file.getvalue()


def make_user(name: str = "Anwen Rees", **values: Any) -> User:
    """A person with an account, and no password that would let anyone in."""
    values = {"email": f"{secrets.token_hex(4)}@example.org", "password_hash": "!", **values}
    return save(User(name=name, session_key=secrets.token_hex(8), created_at=clock.now(), **values))


def make_organisation(**values: Any) -> Organisation:
    """An organisation with everything that pages show of it."""
    standard = {
        "name_cy": "Bwrdd Iechyd Cwm Tawel",
        "name_en": "Cwm Tawel Health Board",
        "controller_cy": "Bwrdd Iechyd Cwm Tawel",
        "controller_en": "Cwm Tawel Health Board",
        "contact_email": "cymorth@example.org",
        "privacy_email": "preifatrwydd@example.org",
        "created_at": clock.now(),
    }
    return save(Organisation(**{**standard, **values}))


def make_project(organisation: Organisation | None = None, **values: Any) -> Project:
    """A project, in an organisation of its own unless one is given."""
    organisation = organisation or make_organisation()
    standard = {"name_cy": "Drws agored", "name_en": "An open door", "created_at": clock.now()}
    return save(Project(organisation_id=organisation.id, **{**standard, **values}))


def make_member(project: Project, role: str = "facilitator", **values: Any) -> User:
    """A person with a role in a project."""
    user = make_user(**values)
    save(Membership(project_id=project.id, user_id=user.id, role=role))
    return user


def option(code: str, cy: str, en: str, **values: Any) -> Option:
    """An option with checked words."""
    return Option(code=code, text=Text.both(cy, en), **values)


def make_document(**values: Any) -> SurveyDocument:
    """A survey of two pages that uses all six kinds of question and is fit to publish."""
    first = Section(
        code="welcome",
        title=Text.both("Croeso", "Welcome"),
        questions=(
            SingleChoice(
                code="heard",
                text=Text.both("A gawsoch chi eich clywed?", "Were you heard?"),
                required=True,
                options=(
                    option("yes", "Do", "Yes"),
                    option("no", "Naddo", "No"),
                    option("else", "Arall", "Something else", role="other"),
                ),
            ),
            MultipleChoice(
                code="formats",
                text=Text.both("Beth helpodd chi?", "What helped you?"),
                options=(
                    option("easy", "Hawdd ei ddeall", "Easy Read"),
                    option("large", "Print bras", "Large print"),
                    option("none", "Dim un o’r rhain", "None of these", role="exclusive"),
                ),
            ),
            Scale(
                code="voice",
                text=Text.both("Faint o lais oedd gennych?", "How much of a say did you have?"),
                options=tuple(
                    option(f"p{n}", cy, en, value=n)
                    for n, (cy, en) in enumerate(
                        (("Dim o gwbl", "None at all"), ("Peth", "Some"), ("Llawer", "A lot")), 1
                    )
                ),
            ),
        ),
    )
    second = Section(
        code="more",
        title=Text.both("Rhagor", "More"),
        introduction=Text.both("Bron â gorffen.", "Nearly done."),
        questions=(
            Number(
                code="hours",
                text=Text.both("Faint o oriau roesoch chi?", "How many hours did you give?"),
                least=0,
                most=1000,
                unit=Text.both("awr", "hours"),
            ),
            ShortText(
                code="word",
                text=Text.both("Disgrifiwch y gwaith mewn gair", "Describe the work in a word"),
            ),
            LongText(
                code="change",
                text=Text.both("Beth newidiodd?", "What changed?"),
                hint=Text.both("Peidiwch ag enwi pobl.", "Do not name people."),
            ),
        ),
    )
    standard = {
        "title": Text.both("Sut aeth hi?", "How did it go?"),
        "introduction": Text.both("Rydym am ddysgu gyda’n gilydd.", "We want to learn together."),
        "who_sees": Text.both(
            "Dim ond y tîm sy’n gweld eich atebion.", "Only the team sees your answers."
        ),
        "privacy": Text.both(
            "Rydym yn cadw’r atebion am flwyddyn.", "We keep the answers for a year."
        ),
        "contact": Text.both("Ffoniwch 01234 567890.", "Telephone 01234 567890."),
        "thanks": Text.both(
            "Byddwn yn rhannu’r canlyniadau ym mis Mai.", "We will share the results in May."
        ),
        "sections": (first, second),
    }
    return SurveyDocument(**{**standard, **values})


def make_survey(project: Project | None = None, document: SurveyDocument | None = None) -> Survey:
    """A survey with a draft and the revision that it began with."""
    project = project or make_project()
    document = document or make_document()
    now = clock.now()
    survey = save(Survey(project_id=project.id, created_at=now))
    save(
        Draft(
            survey_id=survey.id,
            revision=1,
            title_cy=document.title.cy,
            title_en=document.title.en,
            document=encode(document),
            changed_at=now,
        )
    )
    save(
        Revision(survey_id=survey.id, number=1, action="created", document=encode(document), at=now)
    )
    check_words_around(survey)
    return survey


def check_words_around(survey: Survey) -> None:
    """Say of all words around a survey that somebody has read both languages."""
    project = db.session.get_one(Project, survey.project_id)
    around_actions.confirm_all(project, survey.id)
    db.session.commit()


def make_published(
    project: Project | None = None, document: SurveyDocument | None = None, **channel: Any
) -> tuple[Survey, Version, Channel]:
    """A survey with version 1 published and an open link."""
    document = document or make_document()
    survey = make_survey(project, document)
    now = clock.now()
    version = save(
        Version(
            survey_id=survey.id, number=1, revision=1, document=encode(document), published_at=now
        )
    )
    survey.current_version_id = version.id
    values = {"code": secrets.token_hex(3).upper(), "created_at": now, **channel}
    return survey, version, save(Channel(survey_id=survey.id, **values))


def make_review_link(survey: Survey, **values: Any) -> ReviewLink:
    """An open link for reading a survey's draft."""
    standard = {"code": secrets.token_hex(5).upper(), "created_at": clock.now()}
    return save(ReviewLink(survey_id=survey.id, **{**standard, **values}))


def make_finding(survey: Survey, **values: Any) -> Finding:
    """A finding with one commitment, both checked in both languages."""
    commitment = Commitment(
        promise=Text.both("Ateb o fewn diwrnod.", "Answer within a day."),
        who=Text.both("Y tîm", "The team"),
        by_month=date(2027, 3, 1),
    )
    heard = Text.both("Roedd yr aros yn hir.", "The wait was long.")
    standard = {"heard": heard, "created_at": clock.now(), "commitments": [commitment]}
    return save(Finding(survey_id=survey.id, **{**standard, **values}))


def make_comment(link: ReviewLink, **values: Any) -> Comment:
    """What somebody said of the question whether they were heard."""
    standard = {
        "writer": secrets.token_hex(20),
        "kind": "change",
        "part": "question",
        "code": "heard",
        "language": "cy",
        "revision": 1,
        "then_cy": "A gawsoch chi eich clywed?",
        "then_en": "Were you heard?",
        "words": "Pwy oedd i fod i wrando?",
        "at": clock.now(),
    }
    return save(Comment(survey_id=link.survey_id, link_id=link.id, **{**standard, **values}))
