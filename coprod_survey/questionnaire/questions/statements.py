"""Statements: several statements, each answered on the same scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from ..problem import Problem
from ..text import N_
from .choice import Option, fresh_row
from .parted import PartedQuestion
from .scale import check_points, usual_points


class Statements(PartedQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="statements"):
    """Asks how far each of several statements is true; the points of the scale are its options."""

    label = N_("Statements on one scale")
    purpose = N_("People say how far they agree with each of several statements.")
    family = "measure"
    seconds = 40

    statements: tuple[Option, ...] = ()

    @classmethod
    def fresh(cls) -> Self:
        """Two statements that wait for their words, on a scale of five points."""
        waiting = (Option(code="statement_1"), Option(code="statement_2"))
        return cls(code="question", statements=waiting, options=usual_points())

    @property
    def parts(self) -> tuple[Option, ...]:
        """The statements."""
        return self.statements

    @property
    def lists(self) -> dict[str, tuple[Option, ...]]:
        """The statements, and the points of their scale."""
        return {"statements": self.statements, "options": self.options}

    def fresh_row(self, name: str) -> Option | None:
        """A statement, or a point of the scale with the next number, that waits for its words."""
        if name == "statements":
            return fresh_row("statement", self.statements)
        return fresh_row("option", self.options, numbered=True)

    def check(self) -> Iterator[Problem]:
        """At least one statement, and a scale whose points rise or fall."""
        yield from PartedQuestion.check(self)
        if not self.statements:
            yield Problem(N_("This question needs at least one statement"), place="statements")
        yield from check_points(self.options)
