"""The words that a blank survey begins with, drawn from the organisation's own."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from ..projects.models import Organisation, Project
from ..questionnaire import edits, rules
from ..questionnaire.document import SurveyDocument
from ..questionnaire.library.sending import TO_SEND
from ..questionnaire.questions import ChoiceQuestion, Option, Question
from ..questionnaire.rules import InGroup
from ..questionnaire.text import Language, Text

INTRODUCTION = Text.both(
    "Rydych wedi cymryd rhan yn y gwaith hwn, neu mae’n bwysig i chi. Dywedwch wrthym sut aeth hi, "
    "er mwyn i ni ddysgu gyda’n gilydd.",
    "You took part in this work, or it matters to you. Tell us how it went, so that we can learn "
    "together.",
)

WHO_SEES = Text.both(
    "Dim ond tîm y prosiect sy’n gweld eich atebion, ac nid oes neb yn cael ei enwi yn yr hyn rydym "
    "yn ei rannu.",
    "Only the project team sees your answers, and nobody is named in what we share.",
)

THANKS = Text.both(
    "Diolch am ein helpu i ddysgu. Cyn pen tri mis ar ôl i’r arolwg gau, byddwn yn dweud beth "
    "glywsom ni a beth fyddwn ni’n ei wneud yn ei gylch.",
    "Thank you for helping us learn. Within three months of the survey closing we will say what we "
    "heard and what we will do about it.",
)

PRIVACY_CY = """\
Rheolydd data: {controller}

Rydym yn gofyn y cwestiynau hyn er mwyn i’r bobl sy’n defnyddio gwasanaethau a’r bobl sy’n eu \
darparu ddysgu gyda’i gilydd o’r gwaith hwn. Chi sydd i ddewis a ydych am gymryd rhan.

Nid ydym yn gofyn am eich enw. Peidiwch ag ysgrifennu dim sy’n dangos pwy ydych chi na phwy yw pobl \
eraill. Rydym yn rhannu’r canlyniadau fel rhifau a themâu lle nad oes modd adnabod neb.

Ein sail gyfreithiol yw ein bod yn cyflawni tasg er budd y cyhoedd. Byddwn yn cadw’r atebion am hyd at \
ddwy flynedd ar ôl i’r prosiect ddod i ben, ac yna’n eu dileu.

Mae gennych hawliau dros ddata amdanoch chi, fel yr hawl i’w weld neu i ofyn am ei ddileu. Gan nad oes \
enw ar yr atebion, efallai na fydd modd dod o hyd i’ch rhai chi ar ôl i chi eu hanfon.

{questions}Gallwch hefyd gwyno wrth Swyddfa’r Comisiynydd Gwybodaeth: ico.org.uk"""

PRIVACY_EN = """\
Data controller: {controller}

We ask these questions so that people who use services and people who provide them can learn together \
from this work. It is for you to choose whether to take part.

We do not ask for your name. Do not write anything that shows who you or other people are. We share the \
results as numbers and themes in which nobody can be identified.

Our legal basis is that we carry out a task in the public interest. We keep the answers for up to two \
years after the project ends, and then delete them.

You have rights over data about you, such as to see it or to ask for it to be deleted. Because the \
answers carry no name, we may not be able to find yours after you have sent them.

{questions}You can also complain to the Information Commissioner’s Office: ico.org.uk"""


def blank(title: Text, organisation: Organisation) -> SurveyDocument:
    """A survey without questions, whose opening, notices and closing wait for a person's eye."""
    document = SurveyDocument(
        title=title,
        introduction=INTRODUCTION,
        who_sees=WHO_SEES,
        privacy=privacy(organisation),
        contact=contact(organisation),
        thanks=THANKS,
    )
    return edits.write_settings(document, **TO_SEND)


def privacy(organisation: Organisation) -> Text:
    """A privacy notice with the organisation's data controller and address for questions."""
    controller = organisation.name if organisation.controller.blank else organisation.controller
    address = organisation.privacy_email or organisation.contact_email
    return Text.both(
        cy=PRIVACY_CY.format(
            controller=controller.words("cy"),
            questions=f"Cwestiynau am breifatrwydd: {address}\n\n" if address else "",
        ),
        en=PRIVACY_EN.format(
            controller=controller.words("en"),
            questions=f"Questions about privacy: {address}\n\n" if address else "",
        ),
    )


def contact(organisation: Organisation) -> Text:
    """Whom to ask for help, in the organisation's own words or made of its addresses."""
    own = organisation.contact
    if own.cy and own.en:
        return Text.both(own.cy, own.en)
    if not (organisation.contact_email or organisation.contact_telephone):
        return Text()
    return Text.both(
        "\n\n".join(
            (
                "I gael help, neu i gael yr arolwg ar ffurf arall, cysylltwch â ni.",
                *_addresses(organisation, "cy"),
            )
        ),
        "\n\n".join(
            (
                "For help, or to get the survey in another format, contact us.",
                *_addresses(organisation, "en"),
            )
        ),
    )


def _addresses(organisation: Organisation, lang: Language) -> list[str]:
    """One line each for the e-mail address and the telephone number that are known."""
    email, telephone = ("E-bost", "Ffôn") if lang == "cy" else ("E-mail", "Telephone")
    lines = []
    if organisation.contact_email:
        lines.append(f"{email}: {organisation.contact_email}")
    if organisation.contact_telephone:
        lines.append(f"{telephone}: {organisation.contact_telephone}")
    return lines


def _names_groups(document: SurveyDocument) -> bool:
    """Whether a rule asks whether somebody is in one group or another."""
    things = [thing for section in document.sections for thing in (section, *section.questions)]
    return any(
        isinstance(condition, InGroup)
        for thing in things
        for condition in rules.parts(thing.show_when)
    )


def adapt(document: SurveyDocument, project: Project) -> SurveyDocument:
    """A ready-made survey for a project: the organisation's notices, and the project's own groups.

    A survey whose rules name its groups keeps them.
    """
    return _with_groups(_with_notices(document, project.organisation), project)


def move(document: SurveyDocument, source: Project, target: Project) -> SurveyDocument:
    """A survey of one project for another: with its groups, and its organisation's own notices.

    Under the same organisation the notices stay as they were written.
    """
    if source.organisation_id != target.organisation_id:
        document = _with_notices(document, target.organisation)
    return _with_groups(document, target)


def _with_notices(document: SurveyDocument, organisation: Organisation) -> SurveyDocument:
    own = replace(document, privacy=privacy(organisation))
    whom = contact(organisation)
    return own if whom.blank else replace(own, contact=whom)


def _unchecked(name: Text, asked: ChoiceQuestion) -> Text:
    """The name of a group as an option: checked only where the same words were checked there before.

    That a project has a name in both languages does not say that somebody has read them together.
    """
    before = (option.text for option in asked.options)
    same = (t for t in before if (t.cy.strip(), t.en.strip()) == (name.cy.strip(), name.en.strip()))
    return next(same, Text().write(cy=name.cy, en=name.en))


def _with_groups(document: SurveyDocument, project: Project) -> SurveyDocument:
    """The survey asking for the project's own groups, unless its rules name those it has."""
    asked = document.question(document.group_question)
    if not (isinstance(asked, ChoiceQuestion) and project.groups) or _names_groups(document):
        return document
    special = [option for option in asked.options if option.role]
    groups = [
        Option(code=group.code, text=_unchecked(group.name, asked)) for group in project.groups
    ]
    question = replace(asked, options=(*groups, *special))
    return edits.write_question(document, asked.code, cast(Question, question))
