"""What the demonstration's people write in their own words, each sentence once."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from .habits import Person


class Comments:
    """Hands out the sentences of ``comments.json``: to each person one in their language.

    A sentence belongs to a question, and to one side of the project or to all. Longer sentences are
    said once; the few words that belong to all may be said again.
    """

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        file = Path(__file__).parent / "comments.json"
        self.left: dict[str, dict[str, dict[str, list[str]]]] = json.loads(
            file.read_text(encoding="utf-8")
        )

    def __call__(self, code: str, person: Person) -> str:
        """What this person writes for a question code or ``<code>.other``; empty when all is said."""
        sides = self.left.get(code, {}).get(person.language, {})
        if "all" in sides:
            return self.rng.choice(sides["all"])
        sentences = sides.get("gives" if person.gives else "receives", [])
        return sentences.pop(self.rng.randrange(len(sentences))) if sentences else ""
