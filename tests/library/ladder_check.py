"""Ladder check: where the work was, is and should be, why, and what would take it one step up.

The names of the rungs are those of the ladder by Think Local Act Personal and the National
Co-production Advisory Group; what is said of each is our own.
"""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.questions import Ladder, Question
from tests.library.words import DONT_KNOW, o, one, open_question, same, section, survey, t

STAGE = one(
    "stage",
    t("Pa gam mae’r gwaith wedi’i gyrraedd?", "Which stage has the work reached?"),
    o("purpose", "Cytuno ar y pwrpas", "Agreeing the purpose"),
    o("needs", "Deall beth sydd ei angen", "Understanding what is needed"),
    o("design", "Cynllunio", "Designing"),
    o("practice", "Rhoi ar waith", "Putting into practice"),
    o("review", "Edrych yn ôl a dysgu", "Looking back and learning"),
    DONT_KNOW,
)

LADDER = cast(
    Question,
    replace(
        Ladder.fresh(),
        code="ladder",
        text=t(
            "Ble mae’r gwaith ar risiau cydgynhyrchu?",
            "Where is the work on the ladder of co-production?",
        ),
    ),
)

WHY = open_question(
    "why_there", t("Beth sy’n gwneud i chi ddweud hynny?", "What makes you say that?")
)

STEP_UP = open_question(
    "step_up",
    t("Beth fyddai’n mynd â ni un gris yn uwch?", "What would take us one step further up?"),
)


def build() -> SurveyDocument:
    """Five questions on two pages."""
    return survey(
        t("Ble rydyn ni ar y grisiau?", "Where are we on the ladder?"),
        t(
            "Mae gan risiau cydgynhyrchu saith gris, o wneud pethau i bobl hyd at wneud pethau "
            "gyda’n gilydd. Dywedwch ble mae’r gwaith hwn ar y grisiau, yn eich barn chi.\n\n"
            "Nid prawf yw hwn. Bydd pobl yn gweld pethau’n wahanol, ac mae hynny’n werth siarad "
            "amdano.",
            "The ladder of co-production has seven steps, from doing things to people up to doing "
            "things together. Say where this work stands, as you see it.\n\n"
            "This is not a test. People will see things differently, and that is worth talking "
            "about.",
        ),
        t(
            "Byddwn yn dangos y canlyniadau i bawb, ac yn siarad am sut i symud un gris yn uwch.",
            "We will show everyone the results, and talk about how to move one step up.",
        ),
        section("you", t("Chi a’r gwaith", "You and the work"), same("group"), STAGE),
        section("ladder", t("Y grisiau", "The ladder"), LADDER, WHY, STEP_UP),
    )
