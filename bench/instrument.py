"""The surveys that are answered for measuring, and one person's answers.

One has 30 questions on 5 pages; the long one has 300 questions on 30 pages, under 150 rules.
"""

from __future__ import annotations

from msgspec.structs import replace

from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import (
    LongText,
    MultipleChoice,
    Number,
    Option,
    Question,
    Scale,
    ShortText,
    SingleChoice,
)
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    InGroup,
    Not,
)
from coprod_survey.questionnaire.text import Text

PAGES = 5
QUESTIONS = 30
LONG_PAGES = 30
LONG_QUESTIONS = 300
LONG_RULES = 150

SCALE = (
    ("Ddim o gwbl", "Not at all"),
    ("Ychydig", "A little"),
    ("I ryw raddau", "To some extent"),
    ("I raddau helaeth", "To a large extent"),
    ("Yn llwyr", "Completely"),
)
HELP = (
    ("Gwybodaeth mewn iaith glir", "Information in plain language"),
    ("Rhywun i siarad â nhw", "Somebody to talk to"),
    ("Costau teithio", "Travel costs"),
    ("Amser i baratoi", "Time to prepare"),
)
Values = list[tuple[str, str]]
"""Form fields and what a person sends in them."""

TITLE = Text.both("Sut aeth y gwaith?", "How did the work go?")
SAID = (
    "Fe gawson ni amser i siarad, ac fe newidiwyd oriau’r dderbynfa o’r herwydd. "
    "We were given time to talk, and the opening hours changed because of it."
)


def document() -> SurveyDocument:
    """The survey: on each page two scales, a choice, a choice of several, a number and some text."""
    return SurveyDocument(
        title=TITLE,
        introduction=Text.both("Rydym am ddysgu gyda’n gilydd.", "We want to learn together."),
        who_sees=Text.both("Dim ond y tîm sy’n gweld eich atebion.", "Only the team sees answers."),
        privacy=Text.both("Cedwir yr atebion am flwyddyn.", "Answers are kept for a year."),
        contact=Text.both("Ffoniwch 01234 567890.", "Telephone 01234 567890."),
        thanks=Text.both("Diolch am eich amser.", "Thank you for your time."),
        sections=tuple(_section(number) for number in range(1, PAGES + 1)),
    )


def answers() -> list[Values]:
    """What one person sends on each page: every question answered."""
    return [answers_of(section) for section in document().sections]


def answers_of(section: Section) -> Values:
    """What one person sends on one page; in the long survey this makes every rule hold."""
    return [value for question in section.questions for value in _answer(question)]


def long_document() -> SurveyDocument:
    """The long survey: its rules are of every kind, and look at the same page and at earlier ones."""
    sections = tuple(_long_section(number) for number in range(1, LONG_PAGES + 1))
    return replace(document(), sections=sections, group_question="often1")


def _section(page: int) -> Section:
    words = ShortText if page % 2 else LongText
    return Section(
        code=f"page{page}",
        title=Text.both(f"Rhan {page}", f"Part {page}"),
        questions=(
            Scale(code=f"heard{page}", text=_asked(page, 1), options=_options(SCALE, scale=True)),
            Scale(code=f"shared{page}", text=_asked(page, 2), options=_options(SCALE, scale=True)),
            SingleChoice(code=f"often{page}", text=_asked(page, 3), options=_options(SCALE[:4])),
            MultipleChoice(
                code=f"helped{page}",
                text=_asked(page, 4),
                options=(
                    *_options(HELP),
                    Option(
                        code="none",
                        text=Text.both("Dim un o’r rhain", "None of these"),
                        role="exclusive",
                    ),
                ),
            ),
            Number(code=f"hours{page}", text=_asked(page, 5), least=0, most=1000),
            words(code=f"said{page}", text=_asked(page, 6)),
        ),
    )


def _long_section(page: int) -> Section:
    """A page of ten questions: the usual six and four more, five of the ten under rules."""
    usual, before = _section(page), page - 1
    *open_to_all, words = usual.questions
    return replace(
        usual,
        show_when=Answered(question=f"heard{before}") if page in (10, 20) else None,
        questions=(
            *open_to_all,
            replace(words, show_when=_said_more(before) if before else None),
            SingleChoice(
                code=f"when{page}",
                text=_asked(page, 7),
                options=_options(SCALE),
                show_when=Chosen(question=f"often{page}", options=("o2", "o3")),
            ),
            Number(
                code=f"people{page}",
                text=_asked(page, 8),
                least=0,
                show_when=Compared(question=f"hours{page}", number=5, how="ge"),
            ),
            Scale(
                code=f"trust{page}",
                text=_asked(page, 9),
                options=_options(SCALE, scale=True),
                show_when=_was_helped(before) if before else None,
            ),
            SingleChoice(
                code=f"role{page}",
                text=_asked(page, 10),
                options=_options(SCALE[:3]),
                show_when=InGroup(groups=("o1", "o3")),
            ),
        ),
    )


def _said_more(page: int) -> Condition:
    return AnyOf(
        of=(
            Compared(question=f"shared{page}", number=3, how="le"),
            Chosen(question=f"often{page}", options=("o4",), how="none"),
        )
    )


def _was_helped(page: int) -> Condition:
    helped = Chosen(question=f"helped{page}", options=("o1", "o3"), how="all")
    return All(of=(helped, Not(of=Answered(question=f"said{page}", given=False))))


def _asked(page: int, place: int) -> Text:
    return Text.both(
        f"Cwestiwn {place} ar dudalen {page}: faint o lais oedd gennych yn y gwaith hwn?",
        f"Question {place} on page {page}: how much of a say did you have in this work?",
    )


def _options(words: tuple[tuple[str, str], ...], scale: bool = False) -> tuple[Option, ...]:
    return tuple(
        Option(code=f"o{n}", text=Text.both(cy, en), value=n if scale else None)
        for n, (cy, en) in enumerate(words, 1)
    )


def _answer(question: Question) -> Values:
    if question.type == "multiple_choice":
        return [(question.name, "o1"), (question.name, "o3")]
    if question.type in ("scale", "single_choice"):
        return [(question.name, "o3")]
    return [(question.name, "12" if question.type == "number" else SAID)]
