"""Did you hear back: whether people learned what came of their answers, and whether it was true."""

from __future__ import annotations

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.library.scales import points
from coprod_survey.questionnaire.questions import YesNo
from coprod_survey.questionnaire.rules import Chosen
from tests.library.words import (
    DONT_KNOW,
    OTHER,
    TRUST,
    o,
    open_question,
    same,
    scale,
    section,
    several,
    survey,
    t,
)

HEARD_BACK = YesNo(
    code="heard_back",
    text=t(
        "A glywsoch chi beth ddysgom ni o’r atebion?",
        "Did you hear what we learned from the answers?",
    ),
    pair="do",
    dont_know=True,
).settled()

HEARD = Chosen(question="heard_back", options=("yes",))

TOLD_HOW = several(
    "told_how",
    t("Sut clywsoch chi?", "How did you hear?"),
    o("meeting", "Mewn cyfarfod", "At a meeting"),
    o("email", "Drwy e-bost", "By e-mail"),
    o("letter", "Drwy lythyr neu ar bapur", "By letter or on paper"),
    o("telephone", "Dros y ffôn neu neges destun", "By telephone or text message"),
    o("website", "Ar wefan neu’r cyfryngau cymdeithasol", "On a website or social media"),
    o("person", "Dywedodd rhywun wrthyf", "Somebody told me"),
    OTHER,
    show_when=HEARD,
)

BACK_CLEAR = scale(
    "back_clear",
    t("Pa mor glir oedd yr hyn a glywsoch?", "How clear was what you heard?"),
    "clarity",
    show_when=HEARD,
)

BACK_TRUE = scale(
    "back_true",
    t(
        "I ba raddau roedd yn cyfleu’r hyn ddywedoch chi?",
        "How far did it reflect what you had said?",
    ),
    "extent",
    o("not_answered", "Wnes i ddim ateb yr arolwg", "I did not answer the survey", "exclusive"),
    show_when=HEARD,
)

WHAT_NEXT = scale(
    "what_next",
    t(
        "Faint ydych chi’n ei wybod am yr hyn fydd yn digwydd nesaf?",
        "How much do you know about what will happen next?",
    ),
    points(
        ("Dim byd", "Nothing"),
        ("Ychydig", "A little"),
        ("Rhywfaint", "Some of it"),
        ("Llawer", "A lot of it"),
        ("Y cyfan", "All of it"),
    ),
    DONT_KNOW,
)

LEFT_OUT = open_question(
    "left_out", t("Beth arall hoffech chi ei wybod?", "What else would you like to know?")
)


def build() -> SurveyDocument:
    """Eight questions on two pages; three are only for those who have heard."""
    return survey(
        t("A glywsoch chi’n ôl gennym?", "Did you hear back?"),
        t(
            "Gwnaethom addo dweud beth ddaeth o’r atebion i’n harolwg. Dywedwch a wnaethom ni "
            "hynny, ac a oedd yn glir.\n\n"
            "Mae eich ateb yn ddefnyddiol hyd yn oed os na chlywsoch chi ddim, neu os na wnaethoch "
            "chi ateb yr arolwg hwnnw.",
            "We promised to say what came of the answers to our survey. Tell us whether we did, "
            "and whether it was clear.\n\n"
            "Your answer is useful even if you heard nothing, or did not answer that survey.",
        ),
        t(
            "Os na chlywodd pobl, byddwn yn dweud eto, mewn ffordd well.",
            "If people did not hear, we will tell them again, in a better way.",
        ),
        section(
            "heard",
            t("Yr hyn a glywsoch", "What you heard"),
            HEARD_BACK,
            TOLD_HOW,
            BACK_CLEAR,
            BACK_TRUE,
        ),
        section(
            "next",
            t("Beth nesaf", "What next"),
            same("told_why"),
            WHAT_NEXT,
            TRUST,
            LEFT_OUT,
        ),
    )
