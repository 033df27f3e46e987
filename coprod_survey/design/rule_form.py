"""The form that says when a question or a section is shown: conditions, each about an earlier question.

It edits conditions and groups of conditions. What stands deeper, or looks at what the form does not
offer, is kept as it is until somebody deletes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import msgspec
from flask_babel import gettext as _

from ..errors import Conflict
from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.questions import Question
from ..questionnaire.questions.number import A_NUMBER, tidy
from ..questionnaire.rules import (
    COMPARE,
    DEEPEST,
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    InGroup,
    Not,
    depth,
)
from ..web.words import say
from .rule_rows import (
    ALWAYS,
    COMPARISONS,
    CONDITION,
    EVERY,
    GIVEN,
    GROUP,
    GROUP_MODES,
    KEPT,
    MODES,
    MOST_ROWS,
    SOME,
    TICKED,
    WAYS,
    Row,
    decoded,
    earlier,
    grouped,
    is_plain,
    told,
)

LONGEST_KEY = 9
"""The most figures in the key of a line; one that is longer is none of ours."""


class RuleForm:
    """What the form holds, and what is wrong with it. `sent` is what a browser sent, if it did.

    `document` is the survey as it is now, and `thing` the question or section that is shown.
    """

    modes = MODES
    group_modes = GROUP_MODES

    def __init__(
        self,
        document: SurveyDocument,
        thing: Section | Question,
        sent: dict[str, list[str]] | None = None,
    ) -> None:
        self.document = document
        self.earlier = earlier(document, thing)
        self.errors: dict[str, str] = {}
        self.clash: Any = None
        self.new = ""  # the row that has just been added, where the person goes on
        self.values = dict(sent or {})
        if sent is None:
            self._fill(thing.show_when)

    # For templates

    def value(self, name: str) -> str:
        """What stands in a field."""
        return (self.values.get(name) or [""])[0]

    def ticked(self, name: str) -> bool:
        """Whether a tick box is ticked."""
        return self.value(name) == TICKED

    def error(self, name: str) -> str:
        """What is wrong with a field; empty if nothing is."""
        return self.errors.get(name, "")

    @property
    def lines(self) -> list[dict[str, str]]:
        """The lines of the error summary."""
        return [{"text": words, "href": f"#{name}"} for name, words in self.errors.items()]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines of the form, in order."""
        return tuple(self._rows("row"))

    def ways(self, row: Row) -> dict[str, str]:
        """The comparisons that a condition may make with its question's answer."""
        question, ways = row.question, dict[str, str]()
        if question and question.offered:
            several = question.several or self.value(f"{row.name}how") == "all"
            ways |= {how: words for how, words in WAYS.items() if how != "all" or several}
        if question and question.measurable:
            ways |= COMPARISONS
        return ways | GIVEN

    def options(self, row: Row) -> dict[str, Any]:
        """The options of a condition's question by code, and any that it has lost (None)."""
        offered = row.question.offered if row.question else ()
        lost = self.values.get(f"{row.name}option", [])
        return {option.code: option.text for option in offered} | {
            code: None for code in lost if code not in {option.code for option in offered}
        }

    # For views

    def press(self, button: str) -> None:
        """Do what a button beside the conditions says: add or delete a line. Nothing else changes."""
        act, _dash, key = button.partition("-")
        name = f"r{key}-" if key else ""
        if act == "delete":
            for field in self._lists():
                self.values[field] = [k for k in self.values[field] if k != key]
        elif act == "add":
            self._add(f"{name}row", f"{name}add")
        elif act == "group":
            self._put("row", {"kind": [GROUP], "mode": [SOME]})
        if act != "delete" and self.value("mode") == ALWAYS:
            self.values["mode"] = [EVERY]

    def read(self) -> Condition | None:
        """The condition that the form describes; what cannot be read is told in `errors`."""
        mode = self.value("mode")
        if mode not in MODES:
            self.errors["mode"] = _("Choose when it is shown")
        if mode not in GROUP_MODES:
            return None
        conditions = [found for row in self.rows if (found := self._read_row(row)) is not None]
        if not self.rows:
            self.errors["add"] = _("Add a condition, or choose “Always”")
        if not conditions:
            return None
        rule = grouped(mode, conditions)
        if depth(rule) > DEEPEST:
            self.errors["mode"] = _(
                "Conditions can be inside one another, up to this many levels: %(most)s",
                most=DEEPEST,
            )
        return rule

    def show_conflict(self, conflict: Conflict) -> None:
        """Tell that somebody else has changed the same, and what they want."""
        self.errors["mode"] = say(conflict.problem)
        self.clash = next(iter(conflict.clashes), None)
        if conflict.revision is not None:
            self.values["revision"] = [str(conflict.revision)]

    # From a condition to fields

    def _fill(self, rule: Condition | None) -> None:
        """Put a condition into the fields of an untouched form."""
        mode = ALWAYS if rule is None else SOME if isinstance(rule, AnyOf) else EVERY
        self.values["mode"] = [mode]
        for one in rule.of if isinstance(rule, All | AnyOf) else [rule] if rule else []:
            self._fill_row("row", one, may_be_group=True)

    def _fill_row(self, field: str, condition: Condition, *, may_be_group: bool) -> None:
        negated = isinstance(condition, Not)
        inner = condition.of if isinstance(condition, Not) else condition
        fields = told(inner, self.document, self.earlier)
        if fields is not None:
            self._put(field, {**fields, "kind": [CONDITION], "not": [TICKED] if negated else []})
        elif may_be_group and isinstance(inner, All | AnyOf) and self._are_plain(inner.of):
            mode = EVERY if isinstance(inner, All) else SOME
            key = self._put(
                field, {"kind": [GROUP], "mode": [mode], "not": [TICKED] if negated else []}
            )
            for one in inner.of:
                self._fill_row(f"r{key}-row", one, may_be_group=False)
        else:
            self._put(field, {"kind": [KEPT], "kept": [msgspec.json.encode(condition).decode()]})

    def _are_plain(self, conditions: tuple[Condition, ...]) -> bool:
        return all(is_plain(one, self.document, self.earlier) for one in conditions)

    # The lines

    def _lists(self) -> list[str]:
        """The fields that hold the order of lines: the form's own and those of its groups."""
        return [name for name in self.values if name == "row" or name.endswith("-row")]

    def _put(self, field: str, values: dict[str, list[str]]) -> str:
        """Add a line at the end of a list of lines; gives its key."""
        held = [key for name in self._lists() for key in self.values[name]]
        keys = [int(key) for key in held if key.isdecimal() and len(key) <= LONGEST_KEY]
        key = str(max(keys, default=0) + 1)
        self.values[field] = [*self.values.get(field, []), key]
        self.values |= {f"r{key}-{name}": held for name, held in values.items()}
        return key

    def _add(self, field: str, asked: str) -> None:
        """Add a condition about the question that was picked."""
        question = self.earlier.get(self.value(asked))
        if question is None:
            self.errors[asked] = _("Choose the question that the condition is about")
        elif sum(len(self.values[name]) for name in self._lists()) >= MOST_ROWS:
            self.errors[asked] = _("There are too many conditions: delete one first")
        else:
            how = "any" if question.offered else "ge" if question.measurable else "answered"
            line = {"kind": [CONDITION], "question": [question.code], "how": [how]}
            self.new = self._put(field, line)
            self.values[asked] = []

    def _rows(self, field: str, inside: bool = False) -> Iterator[Row]:
        for key in dict.fromkeys(self.values.get(field, [])[:MOST_ROWS]):
            name = f"r{key}-"
            kind = self.value(f"{name}kind")
            if kind == CONDITION:
                yield Row(name, key, kind, self.document.question(self.value(f"{name}question")))
            elif kind == KEPT:
                kept = decoded(self.value(f"{name}kept"))
                if kept is not None:
                    yield Row(name, key, kind, kept=kept)
            elif kind == GROUP and not inside:
                yield Row(name, key, kind, rows=tuple(self._rows(f"{name}row", inside=True)))

    # From fields to a condition

    def _read_row(self, row: Row) -> Condition | None:
        if row.kind == KEPT:
            return row.kept
        if row.kind == GROUP:
            inner = [found for one in row.rows if (found := self._read_row(one)) is not None]
            if not row.rows:
                self.errors[f"{row.name}add"] = _("Add a condition to the group, or delete it")
            read = grouped(self.value(f"{row.name}mode"), inner) if inner else None
        else:
            read = self._read_condition(row)
        return Not(of=read) if read is not None and self.ticked(f"{row.name}not") else read

    def _read_condition(self, row: Row) -> Condition | None:
        question, how = row.question, self.value(f"{row.name}how")
        if question is None or question.code not in self.earlier:
            self.errors[f"{row.name}how"] = _(
                "This condition looks at a question that does not come before. Delete it"
            )
            return None
        if how not in self.ways(row):
            self.errors[f"{row.name}how"] = _("Choose how the answer is compared")
            return None
        if how in GIVEN:
            return Answered(question=question.code, given=how == "answered")
        part = self.value(f"{row.name}part")
        if part not in ({p.code for p in question.parts} or {""}):
            self.errors[f"{row.name}part"] = _("Choose which of these the condition looks at")
            return None
        if how in COMPARE:
            return self._read_number(row, question, part)
        return self._read_options(row, question, part)

    def _read_number(self, row: Row, question: Question, part: str) -> Condition | None:
        name = f"{row.name}number"
        typed = self.value(name).replace(" ", "").replace("−", "-")
        if not A_NUMBER.fullmatch(typed):
            self.errors[name] = _("Write a number in figures, such as 12")
            return None
        how = cast(Any, self.value(f"{row.name}how"))
        return Compared(question=question.code, part=part, how=how, number=tidy(float(typed)))

    def _read_options(self, row: Row, question: Question, part: str) -> Condition | None:
        name, how = f"{row.name}option", cast(Any, self.value(f"{row.name}how"))
        sent = self.values.get(name, [])
        codes = tuple(code for code in self.options(row) if code in sent)
        if not codes:
            self.errors[name] = _("Choose at least one answer")
            return None
        if how == "any" and question.code == self.document.group_question:
            return InGroup(groups=codes)
        return Chosen(question=question.code, part=part, how=how, options=codes)
