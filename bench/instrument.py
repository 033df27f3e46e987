"""The survey that is answered for measuring: 30 questions on 5 pages, and one person's answers."""

from __future__ import annotations

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
from coprod_survey.questionnaire.text import Text

PAGES = 5
QUESTIONS = 30

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
SAID = (
    "Fe gawson ni amser i siarad, ac fe newidiwyd oriau’r dderbynfa o’r herwydd. "
    "We were given time to talk, and the opening hours changed because of it."
)

Values = list[tuple[str, str]]
"""Form fields and what a person sends in them."""


def document() -> SurveyDocument:
    """The survey: on each page two scales, a choice, a choice of several, a number and some text."""
    return SurveyDocument(
        title=Text.both("Sut aeth y gwaith?", "How did the work go?"),
        introduction=Text.both("Rydym am ddysgu gyda’n gilydd.", "We want to learn together."),
        who_sees=Text.both("Dim ond y tîm sy’n gweld eich atebion.", "Only the team sees answers."),
        privacy=Text.both("Cedwir yr atebion am flwyddyn.", "Answers are kept for a year."),
        contact=Text.both("Ffoniwch 01234 567890.", "Telephone 01234 567890."),
        thanks=Text.both("Diolch am eich amser.", "Thank you for your time."),
        sections=tuple(_section(number) for number in range(1, PAGES + 1)),
    )


def answers() -> list[Values]:
    """What one person sends on each page: every question answered."""
    return [
        [value for question in section.questions for value in _answer(question)]
        for section in document().sections
    ]


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
