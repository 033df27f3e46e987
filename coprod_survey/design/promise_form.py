"""The form that says until when answers are kept."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from ..web.forms import DayField, Form, Needed


class PromiseForm(Form):
    """The last day until which a privacy notice promises to keep the answers."""

    until = DayField(
        _l("Answers are kept until the end of this day"),
        description=_l("As the privacy notice says. For example, 27/3/2028"),
        validators=[Needed(_l("Write the day until which answers are kept"))],
    )
