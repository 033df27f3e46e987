"""The form with which somebody has their private link sent to them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from ..web import forms


class SendLink(forms.Form):
    """An e-mail address that is used once and not kept."""

    email = forms.EmailField(
        _l("E-mail address"),
        description=_l("We use it once, to send the link, and do not keep it."),
        validators=[
            forms.Needed(_l("Write the e-mail address to which we should send the link")),
            forms.EmailAddress(),
        ],
    )
