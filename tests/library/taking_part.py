"""Taking part: what it is like to be in a group that goes on, as members of the community see it.

What is asked about are facts of the field: purpose, information, access, costs, respect, safety,
voice, power, knowledge, disagreement, recognition, reciprocity, learning and change. `other_chair`
asks the same of staff.
"""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from tests.library.words import (
    PREFER_NOT,
    o,
    open_question,
    same,
    scale,
    section,
    survey,
    t,
)

PURPOSE = same("purpose")
INFORMATION = same("information")
OWN_WAY = same("own_way")
SAFE = same("safe")
SAY = same("say")
POWER = same("power")
KNOWLEDGE = same("knowledge")
RECOGNISED = same("recognised")
SEEN = same("seen")

COSTS = scale(
    "costs",
    t(
        "Faint o gost cymryd rhan sydd wedi’i had-dalu i chi?",
        "How much of what it cost you to take part has been paid back?",
    ),
    "share",
    o("no_costs", "Doedd dim cost i mi", "It cost me nothing", "exclusive"),
    PREFER_NOT,
    hint=t(
        "Er enghraifft teithio, gofal neu ddata ffôn.", "For example travel, care or phone data."
    ),
)

RESPECT = scale(
    "respect",
    t(
        "Pa mor aml ydych chi wedi cael eich trin yn gyfartal â phawb arall?",
        "How often have you been treated as everyone else’s equal?",
    ),
    "frequency",
)

DIFFERENCES = scale(
    "differences",
    t(
        "Pan oedd pobl yn anghytuno, pa mor deg oedd y ffordd y cafodd hynny ei drin?",
        "When people disagreed, how fair was the way it was handled?",
    ),
    "fairness",
    o("never", "Welais i neb yn anghytuno", "I did not see anyone disagree", "exclusive"),
)

BACK = scale(
    "back",
    t(
        "O gymharu â’r hyn roesoch chi, faint gawsoch chi’n ôl?",
        "Compared with what you gave, how much did you get back?",
    ),
    "compared",
    hint=t(
        "Er enghraifft sgiliau, cysylltiadau, mwynhad neu dâl.",
        "For example skills, contacts, enjoyment or pay.",
    ),
)

LEARNED = scale(
    "learned",
    t(
        "Faint ydych chi wedi’i ddysgu wrth gymryd rhan?",
        "How much have you learned by taking part?",
    ),
    "amount",
)

BETTER = open_question(
    "better", t("Pa un peth ddylem ni ei wneud yn well?", "What one thing should we do better?")
)


def build() -> SurveyDocument:
    """Fifteen questions on four pages."""
    return survey(
        t("Sut brofiad yw cymryd rhan?", "What is taking part like?"),
        t(
            "Rydych chi’n rhan o’r grŵp hwn, ac mae eich profiad yn cyfrif. Dywedwch sut mae "
            "pethau i chi, yn dda neu’n ddrwg.\n\n"
            "Rydym yn gofyn yr un pethau i’r staff. Byddwn yn edrych ar yr atebion gyda’n gilydd "
            "ac yn siarad am y gwahaniaethau.",
            "You are part of this group, and your experience counts. Tell us how things are for "
            "you, good or bad.\n\n"
            "We ask staff the same things. We will look at the answers together and talk about the "
            "differences.",
        ),
        t(
            "Byddwn yn rhannu’r canlyniadau â’r grŵp cyfan ac yn penderfynu gyda’n gilydd beth i’w "
            "newid.",
            "We will share the results with the whole group and decide together what to change.",
        ),
        section("part", t("Eich rhan chi", "Your part"), PURPOSE, INFORMATION, OWN_WAY, COSTS),
        section(
            "voice",
            t("Llais a grym", "Voice and power"),
            RESPECT,
            SAFE,
            SAY,
            POWER,
            KNOWLEDGE,
            DIFFERENCES,
        ),
        section(
            "reciprocity",
            t("Rhoi a derbyn", "Giving and getting back"),
            RECOGNISED,
            BACK,
            LEARNED,
        ),
        section("change", t("Beth sy’n newid", "What is changing"), SEEN, BETTER),
    )
