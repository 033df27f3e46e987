"""The other chair: what `taking_part` asks members of the community, asked of staff and partners.

Each question has the same code and the same points as there, so that answers can be set side by
side. Where that one asks what a person met with, this one asks what staff think people met with:
how far the two lie apart is what there is to talk about. At the end staff say whether they have
permission, time and the ability to act.
"""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from tests.library import taking_part as mirror
from tests.library.words import (
    DONT_KNOW,
    PREFER_NOT,
    PURPOSE_NOW,
    mirrored,
    o,
    scale,
    section,
    survey,
    t,
)

INFORMATION = mirrored(
    mirror.INFORMATION,
    t(
        "Pa mor hawdd yw hi i aelodau’r gymuned ddeall yr wybodaeth maen nhw’n ei chael?",
        "How easy is it for members of the community to understand the information they are given?",
    ),
    DONT_KNOW,
)
OWN_WAY = mirrored(
    mirror.OWN_WAY,
    t(
        "I ba raddau mae aelodau’r gymuned yn gallu cymryd rhan yn y ffordd sy’n gweithio "
        "iddyn nhw?",
        "How far are members of the community able to take part in the way that works for them?",
    ),
    DONT_KNOW,
    hint=t(
        "Er enghraifft eu dewis o iaith, amser, lle neu fformat.",
        "For example their choice of language, time, place or format.",
    ),
)
COSTS = mirrored(
    mirror.COSTS,
    t(
        "Faint o gost cymryd rhan sydd wedi’i had-dalu i aelodau’r gymuned?",
        "How much of what it cost members of the community to take part has been paid back?",
    ),
    o("no_costs", "Doedd dim cost iddyn nhw", "It cost them nothing", "exclusive"),
    DONT_KNOW,
)
RESPECT = mirrored(
    mirror.RESPECT,
    t(
        "Pa mor aml mae aelodau’r gymuned yn cael eu trin yn gyfartal â phawb arall?",
        "How often are members of the community treated as everyone else’s equals?",
    ),
    DONT_KNOW,
)
SAFE = mirrored(
    mirror.SAFE,
    t(
        "Yn eich barn chi, pa mor ddiogel mae aelodau’r gymuned yn teimlo wrth ddweud eu barn?",
        "In your view, how safe do members of the community feel saying what they think?",
    ),
    DONT_KNOW,
)
SAY = mirrored(
    mirror.SAY,
    t(
        "Faint o lais sydd gan aelodau’r gymuned yn y penderfyniadau?",
        "How much of a say do members of the community have in decisions?",
    ),
    DONT_KNOW,
)
KNOWLEDGE = mirrored(
    mirror.KNOWLEDGE,
    t(
        "Faint o bwys sy’n cael ei roi ar yr hyn y mae aelodau’r gymuned yn ei wybod o brofiad?",
        "How much weight is given to what members of the community know from experience?",
    ),
    DONT_KNOW,
)
RECOGNISED = mirrored(
    mirror.RECOGNISED,
    t(
        "I ba raddau mae’r amser y mae aelodau’r gymuned yn ei roi yn cael ei gydnabod?",
        "How far is the time that members of the community give recognised?",
    ),
    DONT_KNOW,
)
BACK = mirrored(
    mirror.BACK,
    t(
        "O gymharu â’r hyn y mae aelodau’r gymuned yn ei roi, faint maen nhw’n ei gael yn ôl?",
        "Compared with what members of the community give, how much do they get back?",
    ),
    DONT_KNOW,
)
LEARNED = mirrored(
    mirror.LEARNED,
    t(
        "Faint ydych chi wedi’i ddysgu gan aelodau’r gymuned?",
        "How much have you learned from members of the community?",
    ),
)

PERMISSION = scale(
    "permission",
    t(
        "Faint o ryddid mae eich sefydliad yn ei roi i chi weithio fel hyn?",
        "How much freedom does your organisation give you to work in this way?",
    ),
    points(
        ("Dim rhyddid", "No freedom"),
        ("Ychydig o ryddid", "A little freedom"),
        ("Peth rhyddid", "Some freedom"),
        ("Llawer o ryddid", "A lot of freedom"),
        ("Yr holl ryddid sydd ei angen arnaf", "All the freedom I need"),
    ),
    PREFER_NOT,
)
TIME = scale(
    "time",
    t(
        "Faint o’r amser sydd ei angen ar gyfer y gwaith hwn ydych chi’n ei gael?",
        "How much of the time that this work needs are you given?",
    ),
    "share",
)
ABLE = scale(
    "able",
    t(
        "Pa mor aml ydych chi’n gallu gweithredu ar yr hyn rydych chi’n ei benderfynu gyda’ch "
        "gilydd?",
        "How often are you able to act on what you decide together?",
    ),
    "frequency",
)


def build() -> SurveyDocument:
    """The fifteen questions of the mirror in their order, and three about the organisation."""
    return survey(
        t("O’r gadair arall", "From the other chair"),
        t(
            "Rydych chi’n gweithio gydag aelodau’r gymuned ar y gwaith hwn. Hoffem wybod sut mae "
            "pethau’n edrych o’ch cadair chi.\n\n"
            "Rydym yn gofyn yr un pethau i aelodau’r gymuned. Byddwn yn edrych ar yr atebion gyda’n "
            "gilydd ac yn siarad am y gwahaniaethau.",
            "You work with members of the community on this. We would like to know how things look "
            "from your chair.\n\n"
            "We ask members of the community the same things. We will look at the answers together "
            "and talk about the differences.",
        ),
        t(
            "Byddwn yn rhannu’r canlyniadau â’r grŵp cyfan ac yn penderfynu gyda’n gilydd beth i’w "
            "newid.",
            "We will share the results with the whole group and decide together what to change.",
        ),
        section(
            "part",
            t("Y gwaith a’r bobl sy’n cymryd rhan", "The work and the people who take part"),
            PURPOSE_NOW,
            INFORMATION,
            OWN_WAY,
            COSTS,
        ),
        section(
            "voice",
            t("Llais a grym", "Voice and power"),
            RESPECT,
            SAFE,
            SAY,
            mirror.POWER,
            KNOWLEDGE,
            mirror.DIFFERENCES,
        ),
        section(
            "reciprocity",
            t("Rhoi a derbyn", "Giving and getting back"),
            RECOGNISED,
            BACK,
            LEARNED,
        ),
        section("change", t("Beth sy’n newid", "What is changing"), mirror.SEEN, mirror.BETTER),
        section("organisation", t("Eich sefydliad", "Your organisation"), PERMISSION, TIME, ABLE),
    )
