"""The demonstration’s community: what people said of the draft, and how the survey was made."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from ..accounts.models import User
from ..design.models import Survey
from ..extensions import db
from ..questionnaire.document import SurveyDocument
from ..questionnaire.purpose import Purpose
from ..questionnaire.text import Text
from ..review.about import About
from ..review.models import ANSWERED, OPEN, QUESTION, Comment, ReviewLink, SurveyAbout
from ..translation.models import TranslatorComment

REVIEW_CODE = "DRFT26"
"""The code of the link through which people read the draft."""

EVALUATED = Text.both(
    "Beth i’w gadw, a beth i’w newid, yn y ffordd rydym yn cynllunio’r croeso gyda’n gilydd.",
    "What to keep, and what to change, in how we plan the welcome together.",
)
WORKSHOP = Text.both(
    "Sut i gynnal y gweithdy nesaf am yr ystafell aros.",
    "How to run the next workshop about the waiting room.",
)
TEAM = Text.both(
    "Tîm y prosiect, gyda’r grŵp cynllunio", "The project team, with the planning group"
)

SUGGESTED = Text.both(
    "Pa mor hawdd oedd deall beth oedd yn digwydd?",
    "How easy was it to understand what was going on?",
)
ANSWER = Text.both(
    "Nac ydy. Rydym yn gofyn er mwyn gwella’r sesiwn, a does dim rhaid i neb ddod eto.",
    "It does not. We ask so that we can make the session better, and nobody has to come again.",
)

ABOUT = About(
    purpose=Text.both(
        "Rydym eisiau gwybod sut brofiad oedd ailgynllunio croeso’r clinig gyda’n gilydd, er mwyn "
        "gweithio’n well y tro nesaf.",
        "We want to know what it was like to redesign the clinic’s welcome together, so that we work "
        "better next time.",
    ),
    makers=Text.both(
        "Tîm y prosiect, gyda phobl sy’n defnyddio’r clinig a gofalwyr o’r grŵp cynllunio.",
        "The project team, with people who use the clinic and carers from the planning group.",
    ),
    changed=Text.both(
        "Dywedodd pobl fod yr arolwg yn rhy hir ac yn rhy swyddogol. Tynnwyd tri chwestiwn, ac "
        "ysgrifennwyd y gweddill mewn geiriau symlach.",
        "People said that the survey was too long and too official. Three questions were taken out, "
        "and the others were written in plainer words.",
    ),
)


def with_purpose(document: SurveyDocument, decision: Text, by_when: datetime) -> SurveyDocument:
    """The document with the card that says what its answers will decide."""
    purpose = Purpose(decision=decision, by_when=by_when.date(), by_whom=TEAM)
    return msgspec.structs.replace(document, purpose=purpose)


def say_how_it_was_made(survey: Survey, at: datetime) -> None:
    """Give a survey the page that says why it is asked, who made it, and what reviewers changed."""
    row = SurveyAbout(survey_id=survey.id, published=msgspec.to_builtins(ABOUT), published_at=at)
    row.purpose, row.makers, row.changed = ABOUT.purpose, ABOUT.makers, ABOUT.changed
    survey.has_about = True
    db.session.add(row)


def review(survey: Survey, document: SurveyDocument, by: User, at: datetime) -> None:
    """Let people have read a draft: three say something, one of them is answered, a translator asks."""
    link = ReviewLink(survey_id=survey.id, code=REVIEW_CODE, created_at=at)
    db.session.add(link)
    db.session.flush()

    def said(number: int, code: str, **values: object) -> None:
        question = document.questions[code]
        row = Comment(
            survey_id=survey.id,
            link_id=link.id,
            writer=f"demonstration-{number}",
            part=QUESTION,
            code=code,
            revision=1,
            at=at + timedelta(hours=5 * number),
            **values,
        )
        row.then = question.text
        db.session.add(row)

    said(
        1,
        "again",
        kind="unclear",
        language="en",
        name="Bev",
        words="Does saying “very likely” mean that I have to come?",
        state=ANSWERED,
        answer_cy=ANSWER.cy,
        answer_en=ANSWER.en,
        answered_at=at + timedelta(days=1),
        answered_by_id=by.id,
    )
    said(
        2,
        "understood",
        kind="change",
        language="en",
        words="“Follow” sounds as if there is a leader.",
        suggested_cy=SUGGESTED.cy,
        suggested_en=SUGGESTED.en,
        state=OPEN,
    )
    said(
        3,
        "needs",
        kind="missing",
        language="cy",
        name="Eirlys",
        words="Lle tawel i fynd iddo os yw’r cyfan yn ormod.",
        state=OPEN,
    )
    db.session.add(
        TranslatorComment(
            survey_id=survey.id,
            place="question.better.text",
            words="A ydym yn gofyn am un peth yn unig? Mae “un peth” yn gryfach yn Gymraeg.",
            by_name="Llŷr Williams",
            at=at + timedelta(days=1, hours=3),
        )
    )
