"""Write the library's files anew from their sources."""

from __future__ import annotations

from pathlib import Path

import msgspec

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.document import encode
from tests.library import (
    after_one_session,
    are_we_ready,
    did_you_hear_back,
    easy_read,
    equality,
    every_kind,
    ladder_check,
    other_chair,
    picture,
    pulse,
    start_line,
    taking_part,
    what_changed,
    whose_voice,
)

SOURCES = {
    "start-line": start_line.build,
    "are-we-ready": are_we_ready.build,
    "after-one-session": after_one_session.build,
    "easy-read": easy_read.build,
    "pulse": pulse.build,
    "taking-part": taking_part.build,
    "other-chair": other_chair.build,
    "what-changed": what_changed.build,
    "did-you-hear-back": did_you_hear_back.build,
    "ladder-check": ladder_check.build,
    "whose-voice": whose_voice.build,
    "equality": equality.build,
    "every-kind": every_kind.build,
}
"""What makes each stored document, by its name."""

if __name__ == "__main__":
    picture.store()
    for name, build in SOURCES.items():
        file = Path(library.__file__).parent / f"{name}.json"
        file.write_bytes(msgspec.json.format(encode(build()), indent=1) + b"\n")
