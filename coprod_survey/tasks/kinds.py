"""The kinds of work there are, and the module that does each."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple, Protocol, cast


class Doer(Protocol):
    """What a module that does work offers."""

    WAITS: tuple[int, ...]
    """After how many seconds it is tried again, try by try; after the last it is given up."""

    do: Callable[..., None]
    """Do the work, told `key`, `lang` and the details by name; it may be done again after a break-off."""

    give_up: Callable[..., None]
    """Say, where somebody will look for it, that the work was not done."""


class Kind(NamedTuple):
    """Where the work of a kind is done, and whether what it is told may stand in no file afterwards."""

    module: str
    secret: bool = False

    @property
    def doer(self) -> Doer:
        """The module, which is loaded when the first work of its kind is done."""
        return cast(Any, import_module(f"coprod_survey.{self.module}"))


KINDS: dict[str, Kind] = {
    "export": Kind("exports.making"),
    "letter": Kind("mail.posting", secret=True),
    "password link": Kind("accounts.posting", secret=True),
}
"""Every kind of work by its name in the database."""
