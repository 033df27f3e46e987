"""Write the library's files anew from their sources."""

from __future__ import annotations

from pathlib import Path

import msgspec

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.document import encode
from tests.library import equality, every_kind, picture

SOURCES = {"equality": equality.build, "every-kind": every_kind.build}
"""What makes each stored document, by its name."""

if __name__ == "__main__":
    picture.store()
    for name, build in SOURCES.items():
        file = Path(library.__file__).parent / f"{name}.json"
        file.write_bytes(msgspec.json.format(encode(build()), indent=1) + b"\n")
