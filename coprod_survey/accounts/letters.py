"""What we write to people who have accounts, in the language they want to be written to in."""

from __future__ import annotations

from flask_babel import gettext as _


def invitation(address: str) -> tuple[str, str]:
    """The e-mail to somebody for whom an administrator has made an account."""
    return _("Choose a password for Cydlais"), _paragraphs(
        _(
            "Somebody who runs Cydlais, where surveys are made and read, has made an account for you."
        ),
        _("Open this link to choose a password. It works once, and for seven days:"),
        address,
        _("Then sign in with this e-mail address and your password."),
    )


def forgotten(address: str) -> tuple[str, str]:
    """The e-mail to somebody who has forgotten their password."""
    return _("Choose a new password for Cydlais"), _paragraphs(
        _("Open this link to choose a new password. It works once, and for one hour:"),
        address,
        _("Choosing it signs you out everywhere you are signed in."),
        _("If it was not you who asked for this, do nothing: your password stays as it is."),
    )


def _paragraphs(*words: str) -> str:
    return "\n\n".join(words) + "\n"
