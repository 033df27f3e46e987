"""Forms of a person's own account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from ..web import forms
from ..web.context import LANGUAGE_LABELS
from . import passwords


class SignIn(forms.Form):
    """E-mail and password; `next` is the page that the person wanted.

    `chosen` says that they have chosen a language in this browser, at the front door or on this page,
    and so want the page after it in that language, whatever was remembered.
    """

    next = HiddenField()
    chosen = HiddenField()
    email = forms.EmailField(
        _l("E-mail address"), validators=[forms.Needed(_l("Write your e-mail address"))]
    )
    password = forms.PasswordField(
        _l("Password"), validators=[forms.Needed(_l("Write your password"))]
    )


class Forgotten(forms.Form):
    """The address of an account whose password is forgotten."""

    email = forms.EmailField(
        _l("E-mail address"),
        validators=[forms.Needed(_l("Write your e-mail address")), forms.EmailAddress()],
    )


class Account(forms.Form):
    """What a person changes of their own account."""

    name = forms.TextField(
        _l("Your name"),
        validators=[forms.Needed(_l("Write your name")), forms.AtMost(120)],
        render_kw={"autocomplete": "name"},
    )
    language = forms.RadioField(
        _l("The language you want us to write to you in"),
        choices=forms.choices(LANGUAGE_LABELS.items()),
        validators=[forms.Needed(_l("Choose a language"))],
    )


class ChoosePassword(forms.Form):
    """A new password."""

    new = forms.PasswordField(
        _l("The new password"),
        description=_l(
            "At least %(least)s characters. Three or four words that only you would put together "
            "are easy to remember and hard to guess.",
            least=passwords.SHORTEST,
        ),
        validators=[forms.Needed(_l("Write a new password"))],
        render_kw={"autocomplete": "new-password"},
    )


class ChangePassword(ChoosePassword):
    """The password a person has now, and the new one."""

    old = forms.PasswordField(
        _l("The password you have now"),
        validators=[forms.Needed(_l("Write the password you have now"))],
    )
