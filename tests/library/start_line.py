"""Start line: what people hope, fear and need before they begin, and how they feel about it.

Purpose, confidence and trust are asked again by `what_changed`, or by `taking_part`, under the same
codes. What people need is asked last, and is only ever counted.
"""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from tests.library import equality
from tests.library.words import (
    ACCESSIBLE,
    CONFIDENT,
    NONE,
    OTHER,
    PREFER_NOT,
    PURPOSE_NOW,
    TRUST,
    o,
    open_question,
    same,
    section,
    several,
    survey,
    t,
)

HOPES = open_question(
    "hopes",
    t(
        "Beth ydych chi’n gobeithio y bydd y gwaith hwn yn ei newid?",
        "What do you hope that this work will change?",
    ),
)

WORRIES = several(
    "worries",
    t(
        "Beth sy’n eich poeni am gymryd rhan, os oes rhywbeth?",
        "What, if anything, worries you about taking part?",
    ),
    o("not_heard", "Na fydd neb yn gwrando", "That nobody will listen"),
    o("no_change", "Na fydd dim yn newid", "That nothing will change"),
    o("knowledge", "Nad wyf yn gwybod digon", "That I do not know enough"),
    o("time", "Faint o amser y bydd yn ei gymryd", "How much time it will take"),
    o("cost", "Faint y bydd yn ei gostio i mi", "What it will cost me"),
    o("speaking", "Siarad o flaen pobl eraill", "Speaking in front of other people"),
    o(
        "care",
        "Y gallai effeithio ar fy ngofal neu fy ngwaith",
        "That it could affect my care or my work",
    ),
    OTHER,
    o("nothing", "Does dim yn fy mhoeni", "Nothing worries me", "exclusive"),
    PREFER_NOT,
)

BEST_TIMES = several(
    "best_times",
    t("Pryd allwch chi gymryd rhan?", "When can you take part?"),
    o("weekday_morning", "Bore yn ystod yr wythnos", "Weekday mornings"),
    o("weekday_afternoon", "Prynhawn yn ystod yr wythnos", "Weekday afternoons"),
    o("weekday_evening", "Gyda’r nos yn ystod yr wythnos", "Weekday evenings"),
    o("weekend", "Ar y penwythnos", "At weekends"),
    o("own_time", "Yn fy amser fy hun, nid mewn cyfarfod", "In my own time, not at a meeting"),
    OTHER,
)

ACCESS_NEEDS = several(
    "access_needs",
    t("Beth sydd ei angen arnoch i gymryd rhan?", "What do you need to take part?"),
    o("step_free", "Lle heb risiau", "A place without steps"),
    o("quiet", "Lle tawel", "A quiet place"),
    o("breaks", "Seibiannau", "Breaks"),
    o("online", "Gallu ymuno ar-lein", "To be able to join online"),
    o("easy_words", "Geiriau byr a lluniau", "Short words and pictures"),
    o("large_print", "Print bras", "Large print"),
    o("bsl", "Dehonglydd Iaith Arwyddion Prydain", "A British Sign Language interpreter"),
    o("captions", "Capsiynau neu ddolen sain", "Captions or a hearing loop"),
    o("company", "Rhywun i ddod gyda mi", "Somebody to come with me"),
    OTHER,
    NONE,
    PREFER_NOT,
    why=t(
        "Er mwyn i ni baratoi cyn i chi ddod. Dim ond cyfrif yr atebion hyn y byddwn ni, felly "
        "cysylltwch â ni hefyd os ydych am i ni drefnu rhywbeth i chi.",
        "So that we can prepare before you come. These answers are only counted, so please also "
        "contact us if you would like us to arrange something for you.",
    ),
    standard=ACCESSIBLE,
    sensitive=True,
)

COST_HELP = several(
    "cost_help",
    t(
        "Gyda pha gostau y byddai angen help arnoch?",
        "Which costs would you need help with?",
    ),
    o("travel", "Teithio", "Travel"),
    o("care", "Gofal am rywun tra byddaf yma", "Care for someone while I am here"),
    o("data", "Ffôn neu’r rhyngrwyd", "Telephone or internet"),
    o("earnings", "Cyflog rwy’n ei golli", "Lost earnings"),
    OTHER,
    NONE,
    PREFER_NOT,
    sensitive=True,
)


def build() -> SurveyDocument:
    """Ten questions on three pages."""
    return survey(
        t("Cyn i ni ddechrau", "Before we start"),
        t(
            "Croeso i’r gwaith hwn. Cyn i ni ddechrau, hoffem wybod beth rydych chi’n ei obeithio, "
            "beth sy’n eich poeni, a beth fyddai’n eich helpu i gymryd rhan.\n\n"
            "Byddwn yn defnyddio eich atebion i gynllunio’r ffordd rydym yn gweithio.",
            "Welcome to this work. Before we start, we would like to know what you hope for, what "
            "worries you, and what would help you to take part.\n\n"
            "We will use your answers to plan how we work.",
        ),
        t(
            "Byddwn yn dweud yn y cyfarfod cyntaf beth glywsom ni a beth rydym wedi’i drefnu.",
            "At the first meeting we will say what we heard and what we have arranged.",
        ),
        section(
            "start",
            t("Chi a’r gwaith", "You and the work"),
            same("group"),
            PURPOSE_NOW,
            CONFIDENT,
            TRUST,
        ),
        section("hopes", t("Gobeithion a phryderon", "Hopes and worries"), HOPES, WORRIES),
        section(
            "needs",
            t("Beth fyddai’n eich helpu", "What would help you"),
            BEST_TIMES,
            equality.LANGUAGE,
            COST_HELP,
            ACCESS_NEEDS,
        ),
    )
