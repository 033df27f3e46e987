"""Pulse: three short questions and one open box, asked again and again."""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from tests.library.words import open_question, same, scale, section, survey, t

SAY = same(
    "say",
    text=t(
        "Faint o lais gawsoch chi yn y penderfyniadau y mis hwn?",
        "How much of a say did you have in decisions this month?",
    ),
)

PROGRESS = scale(
    "progress",
    t("Faint o gynnydd welsoch chi y mis hwn?", "How much progress did you see this month?"),
    points(
        ("Dim cynnydd", "None"),
        ("Ychydig", "A little"),
        ("Peth cynnydd", "Some"),
        ("Llawer o gynnydd", "A lot"),
        ("Cynnydd mawr iawn", "A great deal"),
    ),
)

ENERGY = scale(
    "energy",
    t(
        "Faint o egni sydd gennych chi ar gyfer y gwaith ar hyn o bryd?",
        "How much energy do you have for the work at the moment?",
    ),
    points(
        ("Dim egni", "None"),
        ("Ychydig", "A little"),
        ("Peth egni", "Some"),
        ("Llawer o egni", "A lot"),
        ("Llawer iawn o egni", "A great deal"),
    ),
)

ONE_THING = open_question(
    "one_thing",
    t("Beth ddylai’r grŵp ei wybod y mis hwn?", "What should the group know this month?"),
)


def build() -> SurveyDocument:
    """Four questions on one page: a minute."""
    return survey(
        t("Cipolwg: sut mae’r gwaith yn mynd?", "A quick look: how is the work going?"),
        t(
            "Rydym yn gofyn cwestiynau byr fel hyn bob mis, er mwyn gweld beth sy’n newid.",
            "We ask short questions like these every month, to see what is changing.",
        ),
        t(
            "Byddwn yn rhannu’r canlyniadau yn y cyfarfod nesaf.",
            "We will share the results at the next meeting.",
        ),
        section("pulse", t("Y mis hwn", "This month"), SAY, PROGRESS, ENERGY, ONE_THING),
    )
