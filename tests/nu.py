"""The Nu HTML checker, once over a whole folder of pages."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

HARMLESS = (
    # htmx's attributes: not part of HTML, and browsers without script pass over them.
    r"Attribute .hx-[a-z:-]+. not allowed on element.*"
)
"""What the checker says and we do not mind, as a regular expression over its messages."""


def faults(folder: Path) -> list[str]:
    """A line for each kind of fault, with how often it stands and a page on which it does."""
    command = ["java", "-Xss4m", "-jar", str(JAR), "--format", "json", "--filterpattern", HARMLESS]
    done = subprocess.run(
        [*command, "--skip-non-html", str(folder)], capture_output=True, text=True, check=False
    )
    messages = [
        message
        for message in json.loads(done.stderr)["messages"]
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
    counts = Counter(message["message"] for message in messages)
    examples = {message["message"]: message for message in messages}
    return [
        f"{count} times: {words} ({_where(examples[words])})"
        for words, count in counts.most_common()
    ]


def _where(message: dict[str, str]) -> str:
    page = message.get("url", "").rsplit("/", 1)[-1]
    return f"{page}: {' '.join(message.get('extract', '').split())}"
