"""What the sources of the library share: short ways to write things down, and common sentences."""

from __future__ import annotations

from typing import Any, cast

from msgspec.structs import replace

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.library.scales import SCALES, points
from coprod_survey.questionnaire.library.sending import TO_SEND
from coprod_survey.questionnaire.questions import (
    LongText,
    MultipleChoice,
    Option,
    Question,
    Scale,
    SingleChoice,
)
from coprod_survey.questionnaire.questions.choice import PREFER_NOT_WORDS
from coprod_survey.questionnaire.text import Text


def t(cy: str, en: str) -> Text:
    """A sentence in both languages."""
    return Text.both(cy, en)


def o(code: str, cy: str, en: str, role: Any = "", **more: Any) -> Option:
    """An option or a statement."""
    return Option(code=code, text=t(cy, en), role=role, **more)


DONT_KNOW = o("dont_know", "Ddim yn gwybod", "Don’t know", "dont_know")
PREFER_NOT = Option(code="prefer_not", text=PREFER_NOT_WORDS, role="prefer_not")
OTHER = o("other", "Rhywbeth arall", "Something else", "other")
NONE = o("none", "Dim un o’r rhain", "None of these", "exclusive")
CHOOSE_ALL = t("Dewiswch bob un sy’n wir i chi.", "Choose all that are true for you.")
NAME_NOBODY = t(
    "Peidiwch ag enwi pobl na dweud dim a fyddai’n dangos pwy ydyn nhw.",
    "Do not name people or say anything that would show who they are.",
)
ACCESSIBLE = t(
    "Safonau Cymru Gyfan ar gyfer Cyfathrebu a Gwybodaeth Hygyrch, WHC/2025/038",
    "All-Wales Accessible Communication and Information Standards, WHC/2025/038",
)


def scale(
    code: str, text: Text, on: str | tuple[Option, ...], *others: Option, **more: Any
) -> Question:
    """A question on a ready-made scale, by its name, or on points of its own."""
    steps = SCALES[on][1] if isinstance(on, str) else on
    return Scale(code=code, text=text, options=(*steps, *others), **more)


def one(code: str, text: Text, *options: Option, **more: Any) -> Question:
    """A question with one answer."""
    return SingleChoice(code=code, text=text, options=options, **more)


def several(code: str, text: Text, *options: Option, **more: Any) -> Question:
    """A question with several answers."""
    more.setdefault("hint", CHOOSE_ALL)
    return MultipleChoice(code=code, text=text, options=options, **more)


def open_question(code: str, text: Text, **more: Any) -> Question:
    """A question that is answered in people's own words."""
    more.setdefault("hint", NAME_NOBODY)
    return LongText(code=code, text=text, limit=1000, **more)


def same(code: str, *without: str, **more: Any) -> Question:
    """A question of the survey that evaluates a whole piece of work, here too and under its code.

    `without` are the codes of options that make no sense here.
    """
    question = library.load("evaluation").questions[code]
    if without:
        options = tuple(option for option in question.offered if option.code not in without)
        more["options"] = options
    return cast(Question, replace(question, required=False, **more))


def mirrored(question: Question, text: Text, *others: Option, **more: Any) -> Question:
    """The same question from the other chair: other words, the same code and the same points.

    Whoever answers for others may not know; `others` stand in place of what only they can say.
    """
    steps = tuple(option for option in question.offered if not option.role)
    return cast(Question, replace(question, text=text, options=(*steps, *others), **more))


def section(
    code: str, title: Text, *questions: Question, introduction: Text | None = None
) -> Section:
    """A page."""
    return Section(code=code, title=title, introduction=introduction or Text(), questions=questions)


def survey(title: Text, introduction: Text, thanks: Text, *pages: Section) -> SurveyDocument:
    """A survey with the notices that all share, and the group question if it asks one."""
    asks = any(q.code == "group" for page in pages for q in page.questions)
    return SurveyDocument(
        title=title,
        introduction=introduction,
        who_sees=WHO_SEES,
        privacy=library.load("evaluation").privacy,
        contact=library.load("evaluation").contact,
        thanks=thanks,
        **TO_SEND,
        group_question="group" if asks else "",
        sections=pages,
    )


WHO_SEES = t(
    "Dim ond tîm y prosiect sy’n gweld eich atebion, ac nid ydym yn gofyn pwy ydych chi.",
    "Only the project team sees your answers, and we do not ask who you are.",
)

PURPOSE_NOW = same(
    "purpose",
    text=t("Pa mor glir yw pwrpas y gwaith i chi?", "How clear is the purpose of the work to you?"),
)

TRUST = scale(
    "trust",
    t(
        "Faint ydych chi’n ymddiried ynom ni i weithredu ar yr hyn rydym yn ei benderfynu gyda’n "
        "gilydd?",
        "How much do you trust us to act on what we decide together?",
    ),
    points(
        ("Dim o gwbl", "Not at all"),
        ("Ychydig", "A little"),
        ("Rhywfaint", "Somewhat"),
        ("Llawer", "A lot"),
        ("Yn llwyr", "Completely"),
    ),
    PREFER_NOT,
)

CONFIDENT = scale(
    "confident",
    t(
        "Pa mor hyderus ydych chi y gallwch ddweud eich barn yn y gwaith hwn?",
        "How confident are you that you can say what you think in this work?",
    ),
    "confidence",
    PREFER_NOT,
)
