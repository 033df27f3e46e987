"""What changed: for me, for the service and for the community, three to six months on."""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from tests.library.words import (
    CONFIDENT,
    DONT_KNOW,
    PREFER_NOT,
    TRUST,
    open_question,
    same,
    scale,
    section,
    survey,
    t,
)

WELLBEING = scale(
    "wellbeing",
    t(
        "Sut mae eich lles wedi newid oherwydd y gwaith?",
        "How has your wellbeing changed because of the work?",
    ),
    "change",
    PREFER_NOT,
)

SERVICE = scale(
    "service",
    t(
        "Sut mae’r gwasanaeth wedi newid i’r bobl sy’n ei ddefnyddio?",
        "How has the service changed for the people who use it?",
    ),
    "change",
    DONT_KNOW,
)

COMMUNITY = scale(
    "community",
    t(
        "Sut mae pethau wedi newid i’r gymuned oherwydd y gwaith?",
        "How have things changed for the community because of the work?",
    ),
    "change",
    DONT_KNOW,
)

PROMISES = scale(
    "promises",
    t(
        "Faint o’r pethau a addawyd sydd wedi cael eu gwneud?",
        "How many of the things that were promised have been done?",
    ),
    points(
        ("Dim un ohonynt", "None of them"),
        ("Ychydig ohonynt", "A few of them"),
        ("Tua hanner ohonynt", "About half of them"),
        ("Y rhan fwyaf ohonynt", "Most of them"),
        ("Pob un ohonynt", "All of them"),
    ),
    DONT_KNOW,
)

UNEXPECTED = open_question(
    "unexpected",
    t(
        "Beth ddigwyddodd, da neu ddrwg, nad oedd neb yn ei ddisgwyl?",
        "What happened, good or bad, that nobody expected?",
    ),
)


def build() -> SurveyDocument:
    """Twelve questions on three pages."""
    return survey(
        t("Beth newidiodd?", "What changed?"),
        t(
            "Rai misoedd yn ôl roeddech chi’n rhan o waith i newid gwasanaeth gyda’n gilydd. Mae "
            "angen amser ar newid, felly rydym yn gofyn nawr beth ddaeth ohono.\n\n"
            "Dywedwch beth rydych chi wedi’i weld. Mae “dim newid” hefyd yn ateb defnyddiol.",
            "Some months ago you were part of work to change a service together. Change takes time, "
            "so we are asking now what came of it.\n\n"
            "Tell us what you have seen. “No change” is a useful answer too.",
        ),
        t(
            "Byddwn yn cyhoeddi beth glywsom ni, beth arall y byddwn yn ei wneud, a beth na allwn "
            "ei wneud a pham.",
            "We will publish what we heard, what more we will do, and what we cannot do and why.",
        ),
        section(
            "service",
            t("Y gwasanaeth a’r gymuned", "The service and the community"),
            same("group"),
            SERVICE,
            COMMUNITY,
            same("most_important"),
            UNEXPECTED,
        ),
        section(
            "promises",
            t("Yr hyn a addawyd", "What was promised"),
            PROMISES,
            same("told_why"),
            TRUST,
        ),
        section(
            "you",
            t("Chi", "You"),
            same("connections"),
            same("confidence"),
            CONFIDENT,
            WELLBEING,
        ),
    )
