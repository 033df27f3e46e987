"""Kinds of database column that several features share."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from .questionnaire.text import Text


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """A moment: aware of its zone in Python, stored as plain UTC."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """The moment in UTC without its zone."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """The stored moment with its zone."""
        return value.replace(tzinfo=UTC) if value else None


class Packed(sa.types.TypeDecorator[bytes]):
    """JSON in as few bytes as may be: packed when it is written, whole again when it is read.

    JSON begins with a bracket, and what is packed never does: so rows from before there was any
    packing are read as they are.
    """

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: sa.Dialect) -> bytes | None:
        """What is stored."""
        return zlib.compress(value) if value is not None else None

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> bytes | None:
        """The JSON that was stored."""
        return value if value is None or value[:1] in b"{[" else zlib.decompress(value)


class WholeText(sa.types.TypeDecorator[Text]):
    """A `Text` with all that is known of it, so that its state (stale, checked) can be computed."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: Text | None, dialect: sa.Dialect) -> Any:
        """What is stored: the text's fields by their names, without those that are empty."""
        return msgspec.to_builtins(value or Text())

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Text:
        """The text that was stored."""
        return msgspec.convert(value or {}, Text)


def bilingual(name: str) -> property:
    """A property that gives the columns `<name>_cy` and `<name>_en` as one `Text`, and takes one."""

    def get(self: object) -> Text:
        return Text(cy=getattr(self, f"{name}_cy") or "", en=getattr(self, f"{name}_en") or "")

    def put(self: object, text: Text) -> None:
        setattr(self, f"{name}_cy", text.cy)
        setattr(self, f"{name}_en", text.en)

    return property(get, put, doc=f"The {name} in both languages.")
