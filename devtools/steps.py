"""Steps of the set-up, each of which is taken only when what it is made from has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .places import INSTANCE, ROOT
from .run import ask_for_writable, say


@dataclass(frozen=True)
class Step:
    """One step: the line it prints, what it is made from, what it makes, and how.

    `stamp` names the step; its file holds the hash of the inputs as they were when the step
    was last taken. A stamp lies in the folder that goes away together with what was made.
    """

    stamp: str
    line: str
    inputs: Sequence[Path]
    outputs: Sequence[Path]
    act: Callable[[], None]
    stamps: Path = INSTANCE / "stamps"

    def fresh(self) -> bool:
        """Whether nothing has to be done."""
        try:
            kept = (self.stamps / self.stamp).read_text(encoding="ascii")
        except OSError:
            return False
        return kept == fingerprint(self.inputs) and all(path.exists() for path in self.outputs)

    def take(self) -> bool:
        """Do it if it is needed; says whether it was."""
        if self.fresh():
            return False
        ask_for_writable(ROOT)
        before = fingerprint(self.inputs)
        say(self.line)
        self.act()
        self.stamps.mkdir(parents=True, exist_ok=True)
        (self.stamps / self.stamp).write_text(before, encoding="ascii")
        return True


def fingerprint(paths: Sequence[Path]) -> str:
    """A hash of files, and of every file below folders, by name and content."""
    found = hashlib.sha256()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
                content = hashlib.sha256(file.read_bytes()).hexdigest()
                found.update(f"{name.as_posix()} {content}\n".encode())
    return found.hexdigest()
