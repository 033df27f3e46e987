"""The published JSON Schema of our survey files, drawn from the structs that read them."""

from __future__ import annotations

from functools import lru_cache
from inspect import cleandoc
from typing import Any, Literal

import msgspec

from ..questionnaire.document import CODE, FORMAT, SurveyDocument
from ..questionnaire.questions.base import PICTURE_FILE
from . import limits
from .json_document import NAME, VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class SurveyFile(msgspec.Struct, kw_only=True):
    """A survey, and its pictures in base64 under the names that its questions give them."""

    schema: str = msgspec.field(default="", name="$schema")
    format: Literal["cydlais-survey"] = NAME
    version: int
    survey: SurveyDocument
    pictures: dict[str, str] = {}


@lru_cache(maxsize=4)
def schema(address: str) -> bytes:
    """The schema as JSON, under the address where it is published.

    Codes that must be unique, how deep conditions may stand in each other, and that each picture is
    there cannot be said in a schema; the reader holds files to that as well.
    """
    made = msgspec.json.schema(SurveyFile)
    defs = made["$defs"]
    for definition in defs.values():
        _limit(definition)
    defs["Section"]["properties"]["questions"]["maxItems"] = limits.MOST_QUESTIONS
    survey = defs["SurveyDocument"]["properties"]
    survey["sections"]["maxItems"] = limits.MOST_SECTIONS
    survey["format"] = {"type": "integer", "minimum": 1, "maximum": FORMAT, "default": FORMAT}
    defs["Picture"]["properties"]["file"]["pattern"] = f"^{PICTURE_FILE.pattern}$"
    file = defs["SurveyFile"]
    file["required"] = ["format", "version", "survey"]
    file["properties"]["format"] = {"const": NAME}
    file["properties"]["version"] = {"const": VERSION}
    file["properties"]["pictures"] = {
        "type": "object",
        "maxProperties": limits.MOST_PICTURES,
        "propertyNames": {"pattern": f"^{PICTURE_FILE.pattern}$"},
        "additionalProperties": {"type": "string", "contentEncoding": "base64"},
    }
    whole = {"$schema": DIALECT, "$id": address, "title": "Cydlais survey", **made}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _limit(definition: dict[str, Any]) -> None:
    """Say of one struct what it may hold at the most, and that nothing else may stand in it."""
    definition["additionalProperties"] = False
    definition["description"] = cleandoc(definition.get("description", ""))
    for name, field in definition["properties"].items():
        for kind in (field, *field.get("anyOf", ()), field.get("items", {})):
            if kind.get("type") == "string":
                kind["maxLength"] = limits.LONGEST_TEXT
            elif kind.get("type") == "array":
                kind["maxItems"] = limits.MOST_ROWS
            elif kind.get("type") in ("integer", "number"):
                kind["minimum"], kind["maximum"] = -limits.LARGEST_NUMBER, limits.LARGEST_NUMBER
        if name == "code":
            field["pattern"] = f"^{CODE.pattern}$"
