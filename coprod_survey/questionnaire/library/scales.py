"""Scales: ready-made points for questions of how much, how often, how good or how likely.

Every point has words and a number, both sides weigh the same, and none asks whether people agree:
people tend to agree with whatever is put to them.
"""

from __future__ import annotations

from ..questions import Option
from ..text import Text

EASY_POINTS = (1, 3, 5)
"""The points of a scale of three among those of five, so that both can stand in one table."""


def points(*words: tuple[str, str]) -> tuple[Option, ...]:
    """The points of a scale from the lowest, each with its words in Welsh and English.

    Their codes are ``p1`` to ``p5`` whatever the words; three points are the first, the middle and
    the last of five.
    """
    values = EASY_POINTS if len(words) == len(EASY_POINTS) else range(1, len(words) + 1)
    return tuple(
        Option(code=f"p{value}", text=Text.both(cy, en), value=value)
        for value, (cy, en) in zip(values, words, strict=True)
    )


def _from_0_to_10() -> tuple[Option, ...]:
    ends = {
        0: ("0: ddim o gwbl", "0: not at all"),
        5: ("5: yn y canol", "5: in the middle"),
        10: ("10: yn llwyr", "10: completely"),
    }
    return tuple(
        Option(code=f"p{n}", text=Text.both(*ends.get(n, (str(n), str(n)))), value=n)
        for n in range(11)
    )


SCALES: dict[str, tuple[Text, tuple[Option, ...]]] = {
    "extent": (
        Text.both("I ba raddau", "How far"),
        points(
            ("Ddim o gwbl", "Not at all"),
            ("Ychydig", "A little"),
            ("I ryw raddau", "To some extent"),
            ("I raddau helaeth", "To a large extent"),
            ("Yn llwyr", "Completely"),
        ),
    ),
    "amount": (
        Text.both("Faint", "How much"),
        points(
            ("Dim", "None"),
            ("Ychydig", "A little"),
            ("Rhywfaint", "Some"),
            ("Llawer", "A lot"),
            ("Llawer iawn", "A great deal"),
        ),
    ),
    "frequency": (
        Text.both("Pa mor aml", "How often"),
        points(
            ("Byth", "Never"),
            ("Yn anaml", "Rarely"),
            ("Weithiau", "Sometimes"),
            ("Yn aml", "Often"),
            ("Bob amser", "Always"),
        ),
    ),
    "share": (
        Text.both("Pa gyfran", "What share"),
        points(
            ("Dim", "None of it"),
            ("Rhan fach", "A small part"),
            ("Tua’r hanner", "About half"),
            ("Y rhan fwyaf", "Most of it"),
            ("Y cyfan", "All of it"),
        ),
    ),
    "importance": (
        Text.both("Pa mor bwysig", "How important"),
        points(
            ("Ddim yn bwysig o gwbl", "Not at all important"),
            ("Ddim yn bwysig iawn", "Not very important"),
            ("Gweddol bwysig", "Fairly important"),
            ("Pwysig iawn", "Very important"),
            ("Hanfodol", "Essential"),
        ),
    ),
    "satisfaction": (
        Text.both("Pa mor fodlon", "How satisfied"),
        points(
            ("Anfodlon iawn", "Very dissatisfied"),
            ("Eithaf anfodlon", "Fairly dissatisfied"),
            ("Ddim yn fodlon nac yn anfodlon", "Neither satisfied nor dissatisfied"),
            ("Eithaf bodlon", "Fairly satisfied"),
            ("Bodlon iawn", "Very satisfied"),
        ),
    ),
    "confidence": (
        Text.both("Pa mor hyderus", "How confident"),
        points(
            ("Ddim yn hyderus o gwbl", "Not at all confident"),
            ("Ddim yn hyderus iawn", "Not very confident"),
            ("Gweddol hyderus", "Fairly confident"),
            ("Hyderus iawn", "Very confident"),
            ("Hollol hyderus", "Completely confident"),
        ),
    ),
    "clarity": (
        Text.both("Pa mor glir", "How clear"),
        points(
            ("Ddim yn glir o gwbl", "Not at all clear"),
            ("Ddim yn glir iawn", "Not very clear"),
            ("Gweddol glir", "Fairly clear"),
            ("Clir iawn", "Very clear"),
            ("Hollol glir", "Completely clear"),
        ),
    ),
    "ease": (
        Text.both("Pa mor hawdd", "How easy"),
        points(
            ("Anodd iawn", "Very hard"),
            ("Eithaf anodd", "Fairly hard"),
            ("Ddim yn hawdd nac yn anodd", "Neither easy nor hard"),
            ("Eithaf hawdd", "Fairly easy"),
            ("Hawdd iawn", "Very easy"),
        ),
    ),
    "fairness": (
        Text.both("Pa mor deg", "How fair"),
        points(
            ("Annheg iawn", "Very unfair"),
            ("Eithaf annheg", "Fairly unfair"),
            ("Ddim yn deg nac yn annheg", "Neither fair nor unfair"),
            ("Eithaf teg", "Fairly fair"),
            ("Teg iawn", "Very fair"),
        ),
    ),
    "likelihood": (
        Text.both("Pa mor debygol", "How likely"),
        points(
            ("Annhebygol iawn", "Very unlikely"),
            ("Eithaf annhebygol", "Fairly unlikely"),
            ("Ddim yn siŵr", "Not sure"),
            ("Eithaf tebygol", "Fairly likely"),
            ("Tebygol iawn", "Very likely"),
        ),
    ),
    "quality": (
        Text.both("Pa mor dda", "How good"),
        points(
            ("Gwael iawn", "Very poor"),
            ("Eithaf gwael", "Fairly poor"),
            ("Ddim yn dda nac yn wael", "Neither good nor poor"),
            ("Eithaf da", "Fairly good"),
            ("Da iawn", "Very good"),
        ),
    ),
    "change": (
        Text.both("Gwell neu waeth", "Better or worse"),
        points(
            ("Llawer gwaeth", "Much worse"),
            ("Ychydig yn waeth", "A little worse"),
            ("Dim newid", "No change"),
            ("Ychydig yn well", "A little better"),
            ("Llawer gwell", "Much better"),
        ),
    ),
    "compared": (
        Text.both("Mwy neu lai", "More or less"),
        points(
            ("Llawer llai", "Much less"),
            ("Ychydig yn llai", "A little less"),
            ("Tua’r un faint", "About the same"),
            ("Ychydig yn fwy", "A little more"),
            ("Llawer mwy", "Much more"),
        ),
    ),
    "easy": (
        Text.both("Tri cham byr, hawdd eu deall", "Three short steps, easy to read"),
        points(("Ddim o gwbl", "Not at all"), ("Ychydig", "A little"), ("Llawer", "A lot")),
    ),
    "from_0_to_10": (Text.both("O 0 i 10", "From 0 to 10"), _from_0_to_10()),
}
"""The ready-made scales: what each asks, and its points from the lowest."""


def scales() -> list[tuple[Text, tuple[Option, ...]]]:
    """The ready-made scales in the order in which they are offered: name and points."""
    return list(SCALES.values())
