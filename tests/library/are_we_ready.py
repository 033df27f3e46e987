"""Are we ready: a team looks at itself, statement by statement, and then talks about it.

The five principles (assets, networks, outcomes, reciprocity, catalysts) are those of the
Co-production Network for Wales, as facts. The statements are our own, and none is taken from a
tool of theirs or anybody else's. What organisations must give, such as time and money, is added.
"""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from coprod_survey.questionnaire.questions import Option, Question, Statements
from coprod_survey.questionnaire.text import Text
from tests.library.words import DONT_KNOW, o, open_question, section, survey, t

STEPS = (
    *points(
        ("Heb feddwl am y peth", "Have not thought about it"),
        ("Wedi siarad am y peth", "Have talked about it"),
        ("Wedi rhoi cynnig arni", "Have tried it"),
        ("Yn ei wneud yn aml", "Do it often"),
        ("Yn ei wneud bob tro", "Do it every time"),
    ),
    DONT_KNOW,
)


def statements(code: str, text: Text, *rows: Option) -> Question:
    """What a team does under one principle, on steps from not having thought of it to always."""
    return Statements(code=code, text=text, statements=rows, options=STEPS)


ASSETS = statements(
    "assets",
    t(
        "Cryfderau: pa mor bell ydyn ni wedi mynd gyda’r rhain?",
        "Strengths: how far have we got with these?",
    ),
    o(
        "good_at",
        "Gofyn i bobl beth maen nhw’n dda am ei wneud",
        "Ask people what they are good at",
    ),
    o(
        "plans",
        "Newid ein cynlluniau oherwydd profiad pobl",
        "Change our plans because of people’s experience",
    ),
)

NETWORKS = statements(
    "networks",
    t(
        "Rhwydweithiau: pa mor bell ydyn ni wedi mynd gyda’r rhain?",
        "Networks: how far have we got with these?",
    ),
    o("meet", "Helpu pobl i ddod i adnabod ei gilydd", "Help people to get to know each other"),
    o(
        "groups",
        "Gweithio gyda grwpiau sydd yn y gymuned yn barod",
        "Work with groups that are in the community already",
    ),
)

OUTCOMES = statements(
    "outcomes",
    t(
        "Beth sy’n newid: pa mor bell ydyn ni wedi mynd gyda’r rhain?",
        "What changes: how far have we got with these?",
    ),
    o(
        "success",
        "Cytuno gyda phobl beth fyddai llwyddiant iddyn nhw",
        "Agree with people what success would be for them",
    ),
    o(
        "measure",
        "Holi pobl a yw hynny’n digwydd",
        "Ask people whether that is coming about",
    ),
)

RECIPROCITY = statements(
    "reciprocity",
    t(
        "Rhoi a derbyn: pa mor bell ydyn ni wedi mynd gyda’r rhain?",
        "Giving and getting back: how far have we got with these?",
    ),
    o(
        "back",
        "Gwneud yn siŵr bod pawb sy’n rhoi yn cael rhywbeth yn ôl",
        "Make sure that everyone who gives gets something back",
    ),
    o("costs", "Talu costau pobl yn brydlon", "Pay people’s costs promptly"),
)

CATALYSTS = statements(
    "catalysts",
    t(
        "Galluogi: pa mor bell ydyn ni wedi mynd gyda’r rhain?",
        "Enabling: how far have we got with these?",
    ),
    o(
        "themselves",
        "Helpu pobl i wneud pethau eu hunain",
        "Help people to do things for themselves",
    ),
    o(
        "lead",
        "Gadael i aelodau’r gymuned arwain rhannau o’r gwaith",
        "Let members of the community lead parts of the work",
    ),
)

BACKING = statements(
    "backing",
    t(
        "Cefnogaeth: pa mor bell mae ein sefydliad wedi mynd gyda’r rhain?",
        "Backing: how far has our organisation got with these?",
    ),
    o("time", "Rhoi amser i staff wneud hyn", "Give staff time to do this"),
    o("money", "Neilltuo arian ar gyfer costau a thâl", "Set aside money for costs and pay"),
    o(
        "act",
        "Gweithredu ar yr hyn a benderfynwyd gyda’n gilydd",
        "Act on what was decided together",
    ),
)

FIRST_STEP = open_question(
    "first_step",
    t("Beth yw’r cam cyntaf y dylem ei gymryd?", "What is the first step that we should take?"),
)


def build() -> SurveyDocument:
    """Thirteen statements under six heads on three pages, and an open question."""
    return survey(
        t("Ydyn ni’n barod?", "Are we ready?"),
        t(
            "Mae’r arolwg hwn yn helpu tîm i edrych arno’i hun cyn gwahodd pobl i gydgynhyrchu. "
            "Atebwch ar eich pen eich hun, yn onest, am y tîm fel y mae heddiw.\n\n"
            "Nid prawf yw hwn, ac nid oes sgôr. Y sgwrs wedyn sy’n bwysig.",
            "This survey helps a team to look at itself before it invites people to co-produce. "
            "Answer by yourself, honestly, about the team as it is today.\n\n"
            "This is not a test, and there is no score. The conversation afterwards is what "
            "matters.",
        ),
        t(
            "Byddwn yn edrych ar yr atebion fel tîm, ac yn dewis un cam i’w gymryd gyntaf.",
            "We will look at the answers as a team, and choose one step to take first.",
        ),
        section("people", t("Pobl", "People"), ASSETS, NETWORKS),
        section(
            "working",
            t("Y ffordd rydym yn gweithio", "How we work"),
            OUTCOMES,
            RECIPROCITY,
            CATALYSTS,
        ),
        section(
            "backing",
            t("Cefnogaeth a’r cam nesaf", "Backing and the next step"),
            BACKING,
            FIRST_STEP,
        ),
    )
