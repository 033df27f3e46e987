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
        "Pa mor hawdd oedd hi i aelodau’r gymuned ddeall yr wybodaeth a gawson nhw?",
        "How easy was it for members of the community to understand the information they were given?",
    ),
    DONT_KNOW,
)
OWN_WAY = mirrored(
    mirror.OWN_WAY,
    t(
        "I ba raddau roedd aelodau’r gymuned yn gallu cymryd rhan yn y ffordd a oedd yn gweithio "
        "iddyn nhw?",
        "How far were members of the community able to take part in the way that worked for them?",
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
        "Pa mor aml mae aelodau’r gymuned wedi cael eu trin yn gyfartal â phawb arall?",
        "How often have members of the community been treated as everyone else’s equals?",
    ),
    DONT_KNOW,
)
SAFE = mirrored(
    mirror.SAFE,
    t(
        "Yn eich barn chi, pa mor ddiogel oedd aelodau’r gymuned yn teimlo wrth ddweud eu barn?",
        "In your view, how safe did members of the community feel saying what they thought?",
    ),
    DONT_KNOW,
)
SAY = mirrored(
    mirror.SAY,
    t(
        "Faint o lais oedd gan aelodau’r gymuned yn y penderfyniadau?",
        "How much of a say did members of the community have in decisions?",
    ),
    DONT_KNOW,
)
KNOWLEDGE = mirrored(
    mirror.KNOWLEDGE,
    t(
        "Faint o bwys a roddwyd ar yr hyn y mae aelodau’r gymuned yn ei wybod o brofiad?",
        "How much weight was given to what members of the community know from experience?",
    ),
    DONT_KNOW,
)
RECOGNISED = mirrored(
    mirror.RECOGNISED,
    t(
        "I ba raddau y cafodd yr amser a roddodd aelodau’r gymuned ei gydnabod?",
        "How far was the time that members of the community gave recognised?",
    ),
    DONT_KNOW,
)
BACK = mirrored(
    mirror.BACK,
    t(
        "O gymharu â’r hyn roddodd aelodau’r gymuned, faint gawson nhw’n ôl?",
        "Compared with what members of the community gave, how much did they get back?",
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
        ("Pob rhyddid sydd ei angen arnaf", "All the freedom I need"),
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
            mirror.PURPOSE,
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
