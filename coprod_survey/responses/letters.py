"""What we write to somebody who answers, in the language of the person the letter is for."""

from __future__ import annotations

from flask_babel import gettext as _


def private_link(title: str, address: str) -> tuple[str, str]:
    """The subject and the words of the e-mail that holds a private link."""
    subject = _("Your private link: %(title)s", title=" ".join(title.split()))
    paragraphs = (
        _("Here is the link that leads back to the answers you have saved:"),
        address,
        _(
            "Anybody who has this link can see, change and withdraw these answers, even after they are sent. It does not say who you are."
        ),
        _(
            "This e-mail was sent because somebody asked for it, and we do not keep its address once it is sent."
        ),
    )
    return subject, "\n\n".join(paragraphs) + "\n"
