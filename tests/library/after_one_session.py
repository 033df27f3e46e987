"""After one session: welcome, understanding, being heard, needs, one thing better, and again."""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from tests.library.words import (
    OTHER,
    o,
    open_question,
    same,
    scale,
    section,
    several,
    survey,
    t,
)

UNDERSTOOD = scale(
    "understood",
    t(
        "Pa mor hawdd oedd dilyn beth oedd yn digwydd?",
        "How easy was it to follow what was going on?",
    ),
    "ease",
)

HEARD = scale(
    "heard",
    t(
        "Faint wnaeth pobl wrando ar yr hyn ddywedoch chi?",
        "How much did people listen to what you said?",
    ),
    points(
        ("Ddim o gwbl", "Not at all"),
        ("Ychydig", "A little"),
        ("Rhywfaint", "Somewhat"),
        ("Llawer", "A lot"),
        ("Yn llwyr", "Completely"),
    ),
    o("said_nothing", "Wnes i ddim dweud dim", "I did not say anything", "exclusive"),
)

NEEDS = several(
    "needs",
    t(
        "Beth fyddai’n ei gwneud hi’n haws i chi gymryd rhan?",
        "What would make it easier for you to take part?",
    ),
    o("breaks", "Mwy o seibiannau", "More breaks"),
    o("time", "Amser gwahanol", "A different time"),
    o("place", "Lle gwahanol", "A different place"),
    o("online", "Gallu ymuno ar-lein", "Being able to join online"),
    o(
        "costs",
        "Help gyda chostau, fel teithio neu ofal",
        "Help with costs, such as travel or care",
    ),
    o("welsh", "Mwy o Gymraeg", "More Welsh"),
    o("plain", "Gwybodaeth symlach", "Simpler information"),
    OTHER,
    o("nothing", "Dim byd, roedd popeth yn iawn", "Nothing, everything was fine", "exclusive"),
)

BETTER = open_question(
    "better",
    t(
        "Pa un peth fyddai’n gwneud y sesiwn nesaf yn well?",
        "What one thing would make the next session better?",
    ),
)

AGAIN = same(
    "again", text=t("Pa mor debygol ydych chi o ddod eto?", "How likely are you to come again?")
)


def build() -> SurveyDocument:
    """Six questions on one page: about two minutes."""
    return survey(
        t("Sut oedd y sesiwn?", "How was the session?"),
        t(
            "Diolch am ddod. Dywedwch wrthym sut oedd hi i chi, fel y gallwn wneud y sesiwn nesaf "
            "yn well.",
            "Thank you for coming. Tell us what it was like for you, so that we can make the next "
            "session better.",
        ),
        t(
            "Byddwn yn dweud ar ddechrau’r sesiwn nesaf beth glywsom ni a beth fydd yn newid.",
            "At the start of the next session we will say what we heard and what will change.",
        ),
        section(
            "session",
            t("Y sesiwn", "The session"),
            same("welcome"),
            UNDERSTOOD,
            HEARD,
            NEEDS,
            BETTER,
            AGAIN,
        ),
    )
