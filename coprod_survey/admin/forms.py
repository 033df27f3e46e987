"""Forms of those who administer the platform."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from ..projects.actions.organisations import Details
from ..web import forms
from ..web.context import LANGUAGE_LABELS


class AddPerson(forms.Form):
    """A new account; its first password is made by us."""

    name = forms.TextField(
        _l("Name"),
        validators=[forms.Needed(_l("Write the person’s name")), forms.AtMost(120)],
        render_kw={"autocomplete": "off"},
    )
    email = forms.EmailField(
        _l("E-mail address"),
        validators=[
            forms.Needed(_l("Write the person’s e-mail address")),
            forms.EmailAddress(),
            forms.AtMost(254),
        ],
        render_kw={"autocomplete": "off"},
    )
    language = forms.RadioField(
        _l("The language to write to this person in"),
        choices=forms.choices(LANGUAGE_LABELS.items()),
        validators=[forms.Needed(_l("Choose a language"))],
    )
    is_administrator = forms.TickField(
        _l("Administrator"),
        description=_l("Runs the platform: people, organisations and projects."),
    )


class EditPerson(AddPerson):
    """An account as it is."""

    active = forms.TickField(
        _l("May sign in"),
        description=_l("Untick this when somebody has left. What they did stays on record."),
    )


@forms.pair(
    forms.TextField,
    "name",
    _l("Name"),
    validators=[
        forms.Needed(_l("Give the organisation a name in both languages")),
        forms.AtMost(200),
    ],
)
@forms.pair(
    forms.ParagraphField, "contact", _l("How to get help"), validators=[forms.AtMost(1000)], rows=3
)
@forms.pair(forms.TextField, "controller", _l("Data controller"), validators=[forms.AtMost(400)])
@forms.pair(forms.TextField, "logo_alt", _l("What the logo shows"), validators=[forms.AtMost(200)])
class OrganisationForm(forms.Form):
    """An organisation."""

    contact_email = forms.EmailField(
        _l("E-mail address for help"),
        validators=[
            forms.Needed(_l("Write an e-mail address where people get help")),
            forms.EmailAddress(),
            forms.AtMost(254),
        ],
        render_kw={"autocomplete": "off"},
    )
    contact_telephone = forms.TextField(
        _l("Telephone number for help (optional)"),
        validators=[forms.AtMost(40)],
        render_kw={"type": "tel", "autocomplete": "off", "classes": "govuk-input--width-20"},
    )
    privacy_email = forms.EmailField(
        _l("E-mail address for questions about privacy"),
        validators=[
            forms.Needed(_l("Write an e-mail address for questions about privacy")),
            forms.EmailAddress(),
            forms.AtMost(254),
        ],
        render_kw={"autocomplete": "off"},
    )
    logo = forms.UploadField(
        _l("Logo (optional)"),
        description=_l("A PNG or JPEG picture of less than one megabyte."),
        render_kw={"attributes": {"accept": "image/png, image/jpeg"}},
    )
    remove_logo = forms.TickField(_l("Take the logo away"))

    def details(self) -> Details:
        """What was written, as the action wants it."""
        return Details(
            name=self.texts("name"),
            controller=self.texts("controller"),
            contact=self.texts("contact"),
            logo_alt=self.texts("logo_alt"),
            contact_email=self.contact_email.data or "",
            contact_telephone=self.contact_telephone.data or "",
            privacy_email=self.privacy_email.data or "",
        )

    def sent_logo(self) -> bytes:
        """The bytes of the file that was sent; empty without one."""
        sent: Any = self.logo.data
        return sent.read() if sent and getattr(sent, "filename", "") else b""
