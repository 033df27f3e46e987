"""Kinds of database column that several features share."""

from __future__ import annotations

from datetime import UTC, datetime

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


def bilingual(name: str) -> property:
    """A property that gives the columns `<name>_cy` and `<name>_en` as one `Text`, and takes one."""

    def get(self: object) -> Text:
        return Text(cy=getattr(self, f"{name}_cy") or "", en=getattr(self, f"{name}_en") or "")

    def put(self: object, text: Text) -> None:
        setattr(self, f"{name}_cy", text.cy)
        setattr(self, f"{name}_en", text.en)

    return property(get, put, doc=f"The {name} in both languages.")
