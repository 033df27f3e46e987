"""Taking part: what it is like to be in a group that goes on, as members of the community see it.

What is asked about are facts of the field: purpose, information, access, costs, respect, safety,
voice, power, knowledge, disagreement, recognition, reciprocity, learning and change. `other_chair`
asks the same of staff.
"""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from tests.library.words import (
    PREFER_NOT,
    PURPOSE_NOW,
    o,
    open_question,
    same,
    scale,
    section,
    survey,
    t,
)

INFORMATION = same(
    "information",
    text=t(
        "Pa mor hawdd yw deall yr wybodaeth rydych chi’n ei chael?",
        "How easy is it to understand the information you are given?",
    ),
)

OWN_WAY = same(
    "own_way",
    text=t(
        "I ba raddau ydych chi’n gallu cymryd rhan yn y ffordd sy’n gweithio i chi?",
        "How far are you able to take part in the way that works for you?",
    ),
)

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
        "Pa mor aml ydych chi’n cael eich trin yn gyfartal â phawb arall?",
        "How often are you treated as everyone else’s equal?",
    ),
    "frequency",
)

SAFE = same(
    "safe",
    text=t(
        "Pa mor ddiogel ydych chi’n teimlo wrth ddweud eich barn?",
        "How safe do you feel saying what you think?",
    ),
)

SAY = same(
    "say",
    text=t(
        "Faint o lais sydd gennych chi yn y penderfyniadau?",
        "How much of a say do you have in decisions?",
    ),
)

POWER = same(
    "power",
    text=t(
        "I ba raddau mae grym yn cael ei rannu rhwng pawb sy’n cymryd rhan?",
        "How far is power shared among everyone who takes part?",
    ),
)

KNOWLEDGE = scale(
    "knowledge",
    t(
        "Faint o bwys sy’n cael ei roi ar yr hyn rydych chi’n ei wybod o brofiad?",
        "How much weight is given to what you know from experience?",
    ),
    points(
        ("Dim pwys o gwbl", "No weight at all"),
        ("Ychydig o bwys", "A little weight"),
        ("Peth pwys", "Some weight"),
        ("Llawer o bwys", "A lot of weight"),
        (
            "Cymaint o bwys ag ar wybodaeth pawb arall",
            "As much weight as everyone else’s knowledge",
        ),
    ),
)

DIFFERENCES = scale(
    "differences",
    t(
        "Pan fydd pobl yn anghytuno, pa mor deg yw’r ffordd y mae hynny’n cael ei drin?",
        "When people disagree, how fair is the way it is handled?",
    ),
    "fairness",
    o(
        "never",
        "Nid wyf wedi gweld neb yn anghytuno",
        "I have not seen anyone disagree",
        "exclusive",
    ),
)

RECOGNISED = same(
    "recognised",
    text=t(
        "I ba raddau mae’r amser rydych chi’n ei roi yn cael ei gydnabod?",
        "How far is the time you give recognised?",
    ),
)

BACK = scale(
    "back",
    t(
        "O gymharu â’r hyn rydych chi’n ei roi, faint ydych chi’n ei gael yn ôl?",
        "Compared with what you give, how much do you get back?",
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

SEEN = same("seen")

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
        section("part", t("Eich rhan chi", "Your part"), PURPOSE_NOW, INFORMATION, OWN_WAY, COSTS),
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
