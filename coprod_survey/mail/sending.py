"""Send an e-mail, and keep and log nothing of whom it goes to."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import make_msgid
from urllib.parse import unquote, urlsplit

from flask import current_app

from ..questionnaire.text import Language

PATIENCE = 10
"""How many seconds the mail server has to answer: other letters are waiting."""


class NotSent(Exception):
    """The mail server did not take the e-mail; which of its reasons it was is in the log."""


def is_offered() -> bool:
    """Whether this installation can send e-mail at all."""
    return bool(current_app.config["MAIL_URL"])


def send(*, to: str, subject: str, body: str, lang: Language, number: str = "") -> None:
    """Send a plain e-mail in one language to one address.

    `number` is the same each time one and the same letter is sent; a new one is made without it.
    Raises `NotSent` when the server cannot be reached, or does not take it.
    """
    message = EmailMessage()
    sender = current_app.config["MAIL_FROM"]
    try:
        message["From"], message["To"], message["Subject"] = sender, to, subject
        domain = sender.rsplit("@", 1)[-1].strip(" >")
        message["Message-ID"] = f"<{number}@{domain}>" if number else make_msgid(domain=domain)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(body)
        message["Content-Language"] = lang  # after the body, which clears such lines
        with _connect(current_app.config["MAIL_URL"]) as server:
            server.send_message(message)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # Only the kind of trouble: the words of a mail server often hold the address.
        current_app.logger.warning("mail not sent: %s", type(error).__name__)
        raise NotSent from None


def _connect(url: str) -> smtplib.SMTP:
    """A connection to the mail server, signed in where the setting says how.

    A password goes only over an encrypted line: `smtps`, or `smtp` to a server that offers STARTTLS.
    """
    parts = urlsplit(url)
    secure, host = ssl.create_default_context(), parts.hostname or ""
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, timeout=PATIENCE, context=secure
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=PATIENCE)
    try:
        server.ehlo()
        encrypted = parts.scheme == "smtps"
        if not encrypted and server.has_extn("starttls"):
            server.starttls(context=secure)
            server.ehlo()
            encrypted = True
        if parts.username:
            if not encrypted:
                raise smtplib.SMTPNotSupportedError("no password without encryption")
            server.login(unquote(parts.username), unquote(parts.password or ""))
    except BaseException:
        server.close()
        raise
    return server
