"""Constructs: what the questions of the library ask about, whatever their words.

A question's code says what it asks about: in the whole library the same code means the same. So
two surveys can be set side by side, such as those for the community and for staff.

That these things matter when co-production is evaluated is known from reviews of the field (such
as that of 43 studies in BMJ Open, 2023) and from the five principles of the Co-production Network
for Wales. Such names are facts; every question is in our own words.
"""

from __future__ import annotations

from ..text import Text

CONSTRUCTS: dict[str, tuple[Text, str]] = {
    "purpose": (Text.both("Diben clir", "A clear purpose"), "purpose"),
    "hopes": (Text.both("Gobeithion a phryderon", "Hopes and worries"), "hopes worries"),
    "information": (
        Text.both("Gwybodaeth hawdd ei deall", "Information that is easy to understand"),
        "information understood",
    ),
    "access": (
        Text.both("Cymryd rhan yn eich ffordd eich hun", "Taking part in your own way"),
        "own_way needs access_needs formats helped barriers ways best_times eq_language language",
    ),
    "costs": (Text.both("Costau’n cael eu talu", "Costs covered"), "costs cost_help"),
    "recognition": (Text.both("Cydnabod amser pobl", "Time recognised"), "recognised hours"),
    "welcome": (Text.both("Croeso", "Welcome"), "welcome"),
    "respect": (Text.both("Parch", "Respect"), "respect"),
    "safety": (Text.both("Teimlo’n ddiogel i siarad", "Safe to speak"), "safe"),
    "voice": (Text.both("Cael llais", "Having a say"), "say heard"),
    "power": (Text.both("Rhannu grym", "Power shared"), "power"),
    "knowledge": (Text.both("Profiad yn cyfrif", "Experience counts"), "knowledge"),
    "disagreement": (
        Text.both("Delio ag anghytuno", "Handling disagreement"),
        "disagreement differences",
    ),
    "inclusion": (
        Text.both("Pwy sydd yma a phwy sydd ar goll", "Who is here and who is missing"),
        "missing group joined eq_age eq_sex eq_gender eq_orientation eq_national_identity "
        "eq_ethnic_group eq_religion eq_condition eq_limits eq_care eq_welsh",
    ),
    "reciprocity": (
        Text.both("Rhoi a derbyn", "Giving and getting back"),
        "back gave got reciprocity",
    ),
    "learning": (Text.both("Dysgu", "Learning"), "learned"),
    "confidence": (Text.both("Hyder", "Confidence"), "confidence confident"),
    "connections": (Text.both("Cysylltiadau", "Connections"), "connections networks"),
    "wellbeing": (Text.both("Lles", "Wellbeing"), "wellbeing"),
    "trust": (Text.both("Ymddiriedaeth", "Trust"), "trust"),
    "impact": (
        Text.both("Newid oherwydd y gwaith", "Change because of the work"),
        "seen service community most_important unexpected",
    ),
    "feedback": (
        Text.both("Cael clywed yn ôl", "Hearing back"),
        "told_why heard_back told_how back_clear back_true what_next left_out",
    ),
    "promises": (Text.both("Cadw addewidion", "Promises kept"), "promises"),
    "again": (Text.both("Awydd i gymryd rhan eto", "Wanting to take part again"), "again"),
    "improvement": (Text.both("Beth i’w wella", "What to do better"), "better next_time one_thing"),
    "momentum": (Text.both("Cynnydd ac egni", "Progress and energy"), "progress energy"),
    "ladder": (
        Text.both("Lle ar risiau cydgynhyrchu", "Place on the ladder of co-production"),
        "ladder ladder_then ladder_now ladder_hoped why_there step_up stage",
    ),
    "backing": (
        Text.both("Caniatâd, amser a gallu i weithredu", "Permission, time and ability to act"),
        "permission time able backing",
    ),
    "assets": (Text.both("Cryfderau pobl", "People’s strengths"), "assets"),
    "outcomes": (Text.both("Canlyniadau sy’n bwysig i bobl", "Outcomes that matter"), "outcomes"),
    "catalysts": (Text.both("Galluogi yn lle gwneud", "Enabling rather than doing"), "catalysts"),
    "planning": (Text.both("Y cam nesaf", "The next step"), "first_step"),
    "help": (Text.both("Help i ateb", "Help with answering"), "helper"),
}
"""By its key, what each construct is called, and the codes of the questions that ask about it."""

_OF_QUESTION = {
    code: construct for construct, (_name, codes) in CONSTRUCTS.items() for code in codes.split()
}


def construct_of(code: str) -> str:
    """The key of the construct that a question of the library asks about; empty if none is named."""
    return _OF_QUESTION.get(code, "")
