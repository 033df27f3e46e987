"""What differs between two versions of a survey, and which differences break comparison."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from .document import SETTINGS, SurveyDocument
from .questions import Option, Question
from .questions.choice import ROLE, ROLE_LABELS
from .questions.settings import Setting, changed
from .text import N_, Language, Text
from .wording import Rewording, rewordings


class Change(msgspec.Struct, frozen=True):
    """One difference: where it is, what happened, the words it is about, and what it means.

    `breaks` says whether answers from before and after the change can no longer be compared, and
    `unsure` whether that depends on what the words mean to people, so that a person must judge.
    `reworded` holds the sentences that differ, in each language in which they do, and `settings`
    the settings of a question that do.
    """

    place: str
    message: str
    words: Text
    breaks: bool = False
    unsure: bool = False
    reworded: tuple[Rewording, ...] = ()
    settings: tuple[Setting, ...] = ()

    @property
    def only(self) -> Language | None:
        """The language in which alone the sentences differ; None where both do, or neither."""
        languages = {one.language for one in self.reworded}
        return languages.pop() if len(languages) == 1 else None


ADDED_SECTION = N_("Section added: %(words)s")
DELETED_SECTION = N_("Section deleted: %(words)s")
REWORDED_SECTION = N_("Section reworded: %(words)s")
MOVED_SECTION = N_("Sections put in another order")
ADDED = N_("Question added: %(words)s")
DELETED = N_("Question deleted: %(words)s")
REWORDED = N_("Question reworded: %(words)s")
MOVED = N_("Question moved: %(words)s")
RETYPED = N_("Question turned into another kind: %(words)s")
OPTIONS_DELETED = N_("Options deleted from a question: %(words)s")
OPTIONS_ADDED = N_("Options added to a question: %(words)s")
OPTIONS_REWORDED = N_("Options reworded in a question: %(words)s")
OPTIONS_MOVED = N_("Options put in another order in a question: %(words)s")
PARTS_DELETED = N_("Parts deleted from a question: %(words)s")
PARTS_ADDED = N_("Parts added to a question: %(words)s")
PARTS_REWORDED = N_("Parts reworded in a question: %(words)s")
PARTS_MOVED = N_("Parts put in another order in a question: %(words)s")
VALUES_CHANGED = N_("Numbers of a scale changed in a question: %(words)s")
SETTINGS_CHANGED = N_("Settings changed in a question: %(words)s")
RULE_CHANGED = N_("Shown under a different condition: %(words)s")
GROUP_CHANGED = N_("Another question, or none, asks for people’s group")
BESIDE = frozenset({"why", "picture", "audio", "video", "transcript", "standard", "sensitive"})
"""What stands beside a question, or follows its answers: it does not change what is asked."""

SETTING_MESSAGES = {
    "title": N_("Title of the survey reworded"),
    "introduction": N_("Introduction reworded"),
    "who_sees": N_("The sentence about who sees the answers reworded"),
    "privacy": N_("Privacy notice reworded"),
    "contact": N_("Contact reworded"),
    "thanks": N_("Closing words reworded"),
    "invitation_subject": N_("Subject of the invitation reworded"),
    "invitation": N_("The invitation reworded"),
    "reminder_subject": N_("Subject of the reminder reworded"),
    "reminder": N_("The reminder reworded"),
}


def changes(before: SurveyDocument, after: SurveyDocument) -> list[Change]:
    """Every difference between two documents, in the order of the later one, deletions last.

    Questions are matched by code. Another kind of question, another condition, fewer options, or
    another order or other numbers of a scale break comparison. A question or an option in other
    words may break it: only a person can tell. If one language alone was reworded, its people may
    now be asked something else than the others.
    """
    return [*_settings(before, after), *_sections(before, after), *_questions(before, after)]


def _settings(before: SurveyDocument, after: SurveyDocument) -> Iterator[Change]:
    for name in SETTINGS:
        reworded = rewordings([(getattr(before, name), getattr(after, name))])
        if reworded:
            yield Change(f"settings.{name}", SETTING_MESSAGES[name], after.title, reworded=reworded)
    if before.group_question != after.group_question:
        breaks = bool(before.group_question)
        yield Change("settings.group_question", GROUP_CHANGED, after.title, breaks)


def _sections(before: SurveyDocument, after: SurveyDocument) -> Iterator[Change]:
    for section in after.sections:
        old = before.section(section.code)
        place = f"section.{section.code}"
        if old is None:
            yield Change(place, ADDED_SECTION, section.title)
            continue
        heads = (old.title, section.title), (old.introduction, section.introduction)
        if reworded := rewordings(heads):
            yield Change(place, REWORDED_SECTION, section.title, reworded=reworded)
        if old.show_when != section.show_when:
            yield Change(place, RULE_CHANGED, section.title, breaks=True)
    kept = [s.code for s in after.sections if before.section(s.code)]
    if kept != [s.code for s in before.sections if after.section(s.code)]:
        yield Change("settings", MOVED_SECTION, after.title)
    for section in before.sections:
        if not after.section(section.code):
            yield Change("settings", DELETED_SECTION, section.title)


def _questions(before: SurveyDocument, after: SurveyDocument) -> Iterator[Change]:
    moved = _moved(before, after)
    for code, question in after.questions.items():
        old = before.question(code)
        place = f"question.{code}"
        if old is None:
            yield Change(place, ADDED, question.text)
        elif old.type != question.type:
            yield Change(place, RETYPED, question.text, breaks=True)
        else:
            yield from _question(place, old, question)
            if code in moved:
                yield Change(place, MOVED, question.text)
    for code, question in before.questions.items():
        if code not in after.questions:
            yield Change("settings", DELETED, question.text)


def _question(place: str, old: Question, new: Question) -> Iterator[Change]:
    if reworded := rewordings([(old.text, new.text), (old.hint, new.hint)]):
        yield Change(place, REWORDED, new.text, unsure=new.asks, reworded=reworded)
    for name, rows in new.lists.items():
        numbered = new.numbered and name == "options"
        yield from _rows(f"{place}.{name}", old.lists[name], rows, new.text, numbered)
    if old.show_when != new.show_when:
        yield Change(place, RULE_CHANGED, new.text, breaks=True)
    if settings := changed(old, new):
        yield Change(
            place,
            SETTINGS_CHANGED,
            new.text,
            unsure=not BESIDE.issuperset(settings),
            reworded=tuple(one for setting in settings.values() for one in setting.reworded),
            settings=tuple(settings.values()),
        )


def _rows(
    place: str, old: tuple[Option, ...], new: tuple[Option, ...], asked: Text, numbered: bool
) -> Iterator[Change]:
    """What differs in one list of a question: its options, or the parts that are each answered.

    `numbered` says that its rows are the points of a scale.
    """
    options = place.endswith(".options")
    was, now = {o.code: o for o in old}, {o.code: o for o in new}
    kept = [code for code in now if code in was]
    if any(code not in now for code in was):
        yield Change(place, OPTIONS_DELETED if options else PARTS_DELETED, asked, breaks=True)
    if len(kept) < len(now):
        message = OPTIONS_ADDED if options else PARTS_ADDED
        yield Change(place, message, asked, breaks=numbered, unsure=options and not numbered)
    if any(was[c].value != now[c].value for c in kept):
        yield Change(place, VALUES_CHANGED, asked, breaks=True)
    roles = [(was[c].role, now[c].role, now[c].text) for c in kept]
    settings = tuple(
        Setting(ROLE, ROLE_LABELS[a], ROLE_LABELS[b], of) for a, b, of in roles if a != b
    )
    if settings:
        yield Change(place, SETTINGS_CHANGED, asked, breaks=True, settings=settings)
    texts = [(was[c].text, now[c].text) for c in kept] + [(was[c].hint, now[c].hint) for c in kept]
    if reworded := rewordings(texts):
        message = OPTIONS_REWORDED if options else PARTS_REWORDED
        yield Change(place, message, asked, unsure=True, reworded=reworded)
    if kept != [code for code in was if code in now]:
        message = OPTIONS_MOVED if options else PARTS_MOVED
        yield Change(place, message, asked, breaks=numbered)


def _moved(before: SurveyDocument, after: SurveyDocument) -> set[str]:
    """The questions that changed places with others, or stand in another section than before."""
    was = [c for c in before.questions if c in after.questions]
    now = [c for c in after.questions if c in before.questions]
    blocks = SequenceMatcher(a=was, b=now, autojunk=False).get_matching_blocks()
    stayed = {code for block in blocks for code in now[block.b : block.b + block.size]}
    homes = {q.code: s.code for s in before.sections for q in s.questions}
    return {
        q.code
        for s in after.sections
        for q in s.questions
        if q.code in homes and (q.code not in stayed or homes[q.code] != s.code)
    }
