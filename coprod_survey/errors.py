"""What can go wrong in the domain, in words that know no HTTP."""

from __future__ import annotations

from collections.abc import Sequence

from .questionnaire.merging import Clash
from .questionnaire.problem import Problem


class DomainError(Exception):
    """Something that could not be done; `problem` says why in words for a person."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class NotFound(Exception):
    """What was asked for does not exist, or not for this person."""


class NotAllowed(Exception):
    """The person may not do this."""


class Conflict(DomainError):
    """Somebody else changed the same thing in the meantime.

    `clashes` are the places that both changed, with what each wrote there, and `revision` is the
    number of the document that holds what the other person wrote.
    """

    def __init__(
        self, problem: Problem, clashes: Sequence[Clash] = (), revision: int | None = None
    ) -> None:
        super().__init__(problem)
        self.clashes = tuple(clashes)
        self.revision = revision


class Refused(DomainError):
    """The rules of the house do not let this happen as things stand."""
