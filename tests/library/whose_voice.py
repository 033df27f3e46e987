"""Whose voice is missing: who is here, and which formats and languages people need.

It is a survey of its own, so that these answers never stand beside others. All but the first
question are only ever counted; those about equality are the set of `equality`.
"""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from tests.library import equality
from tests.library.words import (
    ACCESSIBLE,
    NONE,
    OTHER,
    PREFER_NOT,
    o,
    same,
    section,
    several,
    survey,
    t,
)

MISSING = same(
    "missing",
    text=t(
        "Pwy ddylai fod yma, ond sydd heb gael llais eto?",
        "Who should be here, but has not had a voice yet?",
    ),
)

FORMATS = several(
    "formats",
    t(
        "Ym mha ffordd y mae’n well gennych gael gwybodaeth?",
        "In which way do you prefer to get information?",
    ),
    o("screen", "Ar sgrin", "On a screen"),
    o("paper", "Ar bapur", "On paper"),
    o("large_print", "Print bras", "Large print"),
    o("easy_read", "Hawdd ei Ddeall, gyda lluniau", "Easy Read, with pictures"),
    o("audio", "Sain", "Audio"),
    o("braille", "Braille", "Braille"),
    o("bsl", "Fideo Iaith Arwyddion Prydain", "British Sign Language video"),
    o(
        "conversation",
        "Sgwrs, wyneb yn wyneb neu ar y ffôn",
        "A conversation, in person or by phone",
    ),
    OTHER,
    NONE,
    PREFER_NOT,
    standard=ACCESSIBLE,
    sensitive=True,
)


def build() -> SurveyDocument:
    """Two pages of our own questions, then the three of the equality set."""
    return survey(
        t("Pwy sydd heb lais?", "Whose voice is missing?"),
        t(
            "Rydym am glywed gan bawb y mae’r gwaith hwn yn bwysig iddyn nhw. Er mwyn gweld pwy "
            "sydd ar goll, mae angen i ni wybod pwy sydd yma.\n\n"
            "Mae’r arolwg hwn ar wahân i bopeth arall rydym yn ei ofyn i chi. Nid oes modd "
            "cysylltu’r atebion â dim arall rydych wedi’i ddweud wrthym, a gallwch adael unrhyw "
            "gwestiwn heb ei ateb.",
            "We want to hear from everyone to whom this work matters. To see who is missing, we "
            "need to know who is here.\n\n"
            "This survey is separate from everything else that we ask you. The answers cannot be "
            "linked to anything else you have told us, and you can leave out any question.",
        ),
        t(
            "Byddwn yn dweud pa leisiau sydd ar goll a beth rydym am ei wneud i’w gwahodd.",
            "We will say which voices are missing and what we will do to invite them.",
        ),
        section("voices", t("Lleisiau a fformatau", "Voices and formats"), MISSING, FORMATS),
        *equality.build().sections,
    )
