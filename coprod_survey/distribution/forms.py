"""The form that says from when until when a link takes answers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from ..dates import LONDON, beginning
from ..web.forms import DayField, Form
from .models import Channel


class TimesForm(Form):
    """A first and a last day, both optional, as days in Wales."""

    opens_on = DayField(_l("First day"), description=_l("For example, 27/3/2026"))
    closes_on = DayField(
        _l("Last day"), description=_l("Answers are taken until the end of this day")
    )

    def validate_closes_on(self, field: Field) -> None:
        """The last day is not before the first."""
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("The last day must not be before the first day"))

    @property
    def opens_at(self) -> datetime | None:
        """The moment at which the first day begins."""
        return beginning(self.opens_on.data) if self.opens_on.data else None

    @property
    def closes_at(self) -> datetime | None:
        """The moment at which the last day is over."""
        return beginning(self.closes_on.data + timedelta(days=1)) if self.closes_on.data else None


def times_form(channel: Channel) -> TimesForm:
    """The form of a channel, holding its days as they are; several can stand on one page."""
    return TimesForm(
        prefix=f"link{channel.id}-",
        data={"opens_on": first_day(channel), "closes_on": last_day(channel)},
    )


def first_day(channel: Channel) -> date | None:
    """The first day on which a channel takes answers."""
    return channel.opens_at.astimezone(LONDON).date() if channel.opens_at else None


def last_day(channel: Channel) -> date | None:
    """The last day on which a channel takes answers."""
    if channel.closes_at is None:
        return None
    return (channel.closes_at.astimezone(LONDON) - timedelta(seconds=1)).date()
