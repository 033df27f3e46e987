"""Easy Read: how was it for you? Short sentences, three choices and a picture beside each question.

The three choices are the first, the middle and the last of the five points on which the survey
after one session and that of an ongoing group ask the same (`EASY_POINTS`), under the same codes.
Who helped is recorded: a supporter may read and write, but the answers are the person's own.
"""

from __future__ import annotations

from typing import Any

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from coprod_survey.questionnaire.questions import Question
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.text import Text
from tests.library import picture
from tests.library.words import o, one, open_question, scale, section, survey, t


def shown(name: str, cy: str, en: str) -> Picture:
    """One of our own pictures, and what it shows in words."""
    return Picture(file=picture.FILES[name], alt=t(cy, en))


def easy(
    code: str,
    text: Text,
    no: tuple[str, str],
    middle: tuple[str, str],
    yes: tuple[str, str],
    **more: Any,
) -> Question:
    """A question with three choices."""
    return scale(code, text, points(no, middle, yes), **more)


WELCOME = easy(
    "welcome",
    t("Gawsoch chi groeso?", "Were you made welcome?"),
    ("Naddo", "No"),
    ("Do, ychydig", "Yes, a little"),
    ("Do, llawer", "Yes, a lot"),
    picture=shown("door", "Drws agored", "An open door"),
)

UNDERSTOOD = easy(
    "understood",
    t("Oeddech chi’n deall beth oedd yn digwydd?", "Did you understand what was going on?"),
    ("Nac oeddwn", "No"),
    ("Oeddwn, weithiau", "Yes, sometimes"),
    ("Oeddwn, bob amser", "Yes, always"),
    picture=shown(
        "page", "Tudalen gyda lluniau a geiriau byr", "A page with pictures and short words"
    ),
)

HEARD = easy(
    "heard",
    t("Wnaeth pobl wrando arnoch chi?", "Did people listen to you?"),
    ("Naddo", "No"),
    ("Do, weithiau", "Yes, sometimes"),
    ("Do, bob amser", "Yes, always"),
    picture=shown("talk", "Dau berson yn siarad â’i gilydd", "Two people talking to each other"),
)

RESPECT = easy(
    "respect",
    t(
        "Gawsoch chi eich trin yr un fath â phawb arall?",
        "Were you treated the same as everyone else?",
    ),
    ("Naddo", "No"),
    ("Do, weithiau", "Yes, sometimes"),
    ("Do, bob amser", "Yes, always"),
    picture=shown(
        "row",
        "Tri pherson ochr yn ochr, yr un maint",
        "Three people side by side, all the same size",
    ),
)

OWN_WAY = easy(
    "own_way",
    t("Oedd hi’n hawdd i chi gymryd rhan?", "Was it easy for you to take part?"),
    ("Nac oedd", "No"),
    ("Oedd, weithiau", "Yes, sometimes"),
    ("Oedd, bob amser", "Yes, always"),
    picture=shown("ramp", "Ramp wrth ymyl grisiau", "A ramp beside some steps"),
)

AGAIN = easy(
    "again",
    t("Hoffech chi ddod eto?", "Would you like to come again?"),
    ("Na hoffwn", "No"),
    ("Ddim yn siŵr", "Not sure"),
    ("Hoffwn", "Yes"),
    picture=shown(
        "calendar", "Calendr gydag un diwrnod wedi’i farcio", "A calendar with one day marked"
    ),
)

BETTER = open_question(
    "better",
    t("Beth fyddai’n ei wneud yn well y tro nesaf?", "What would make it better next time?"),
    hint=t("Peidiwch ag ysgrifennu enwau pobl.", "Do not write people’s names."),
    picture=shown("pencil", "Pensil yn ysgrifennu", "A pencil writing"),
)

HELPER = one(
    "helper",
    t("Gawsoch chi help i ateb?", "Did you have help to answer?"),
    o("alone", "Naddo, atebais ar fy mhen fy hun", "No, I answered on my own"),
    o("helped", "Do, i ddarllen neu ysgrifennu", "Yes, to read or write"),
    o("for_me", "Do, dewisodd rhywun yr atebion i mi", "Yes, someone chose the answers for me"),
    picture=shown("helper", "Dau berson yn edrych ar dudalen", "Two people looking at a page"),
)


def build() -> SurveyDocument:
    """Eight questions on two pages."""
    return survey(
        t("Sut oedd hi i chi?", "How was it for you?"),
        t(
            "Diolch am ddod.\n\n"
            "Rydym am wybod sut oedd hi i chi.\n\n"
            "Gall rhywun eich helpu i ddarllen ac ysgrifennu.\n\n"
            "Chi sy’n dewis yr atebion.",
            "Thank you for coming.\n\n"
            "We want to know how it was for you.\n\n"
            "Someone can help you to read and write.\n\n"
            "You choose the answers.",
        ),
        t(
            "Byddwn yn darllen beth ddywedoch chi.\n\n"
            "Byddwn yn dweud wrthych beth fyddwn ni’n ei newid.",
            "We will read what you said.\n\nWe will tell you what we will change.",
        ),
        section(
            "easy", t("Sut oedd hi?", "How was it?"), WELCOME, UNDERSTOOD, HEARD, RESPECT, OWN_WAY
        ),
        section("next", t("Y tro nesaf", "Next time"), AGAIN, BETTER, HELPER),
    )
