"""Send somebody the link with which they choose a password, in the language they chose."""

from __future__ import annotations

from typing import cast

from flask import current_app

from ..mail import posting
from ..questionnaire.text import Language
from ..tasks.language import speaking
from . import letters, links, queries

WAITS = posting.WAITS


def do(*, key: str, lang: Language, purpose: str, email: str) -> None:
    """Write and send the letter; nothing is sent to an address that nobody's account has."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    user = queries.user_by_email(email)
    if user is None or not user.active:
        return
    token, lang = links.token_for(user, purpose), cast(Language, user.language)
    path = app.url_map.bind("").build("accounts.choose_password", {"lang": lang, "token": token})
    write = {"invitation": letters.invitation, "forgotten": letters.forgotten}[purpose]
    with speaking(app, lang):
        subject, body = write(app.config["PUBLIC_URL"].rstrip("/") + path)
        posting.send(to=user.email, subject=subject, body=body, lang=lang, number=key)


def give_up(**_details: str) -> None:
    """Nobody is told: whoever asked asks again, and the log has said what the trouble was."""
