"""Every setting: its environment variable, its default, and one sentence on what it does."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent


class SettingError(ValueError):
    """A setting that cannot be used; its words say which one and what to do."""


class Setting(NamedTuple):
    """One setting: where it comes from, what it is when nothing is said, and what it does.

    `default` is given as it would be written in the environment; `kind` turns it into a value.
    """

    variable: str
    default: str
    kind: type
    meaning: str


SETTINGS: dict[str, Setting] = {
    "ENVIRONMENT": Setting(
        "COPROD_ENV",
        "development",
        str,
        "`production` asks for a secret key and HTTPS cookies; `development` is for one laptop.",
    ),
    "SECRET_KEY": Setting(
        "COPROD_SECRET_KEY",
        "",
        str,
        "Signs cookies and links; in development one is made and kept in the instance folder.",
    ),
    "DATABASE_URL": Setting(
        "COPROD_DATABASE_URL",
        "",
        str,
        "Where data is kept, such as postgresql+psycopg://user@host/name; a SQLite file in the instance folder if empty.",
    ),
    "INSTANCE": Setting(
        "COPROD_INSTANCE",
        str(ROOT / "instance"),
        str,
        "The folder for what this installation keeps: the SQLite database, the secret key, compiled templates, and workbooks for a day. Nobody else may write in it.",
    ),
    "PUBLIC_URL": Setting(
        "COPROD_PUBLIC_URL",
        "",
        str,
        "The address people reach this installation by, printed on posters and needed for e-mails; that of the request if empty.",
    ),
    "PROXIES": Setting(
        "COPROD_PROXIES",
        "0",
        int,
        "How many reverse proxies stand in front and may be believed about address and HTTPS.",
    ),
    "LIMITS_URL": Setting(
        "COPROD_LIMITS_URL",
        "memory://",
        str,
        "Where request limits are counted, such as redis://host; each process by itself if memory.",
    ),
    "QUEUE_URL": Setting(
        "COPROD_QUEUE_URL",
        "",
        str,
        "What wakes those who work in the background, such as redis://host; a SQLite file in the instance folder if empty.",
    ),
    "WORKER": Setting(
        "COPROD_WORKER",
        "1",
        int,
        "Whether `flask serve` does the background work too; 0 leaves it to `flask work`.",
    ),
    "SIGN_IN_LIMIT": Setting(
        "COPROD_SIGN_IN_LIMIT",
        "10 per 5 minutes",
        str,
        "How often signing in may fail from one address; what succeeds is not counted.",
    ),
    "START_LIMIT": Setting(
        "COPROD_START_LIMIT",
        "300 per 10 minutes",
        str,
        "How often one address may begin to answer; a hall full of people may share one address.",
    ),
    "RESUME_LIMIT": Setting(
        "COPROD_RESUME_LIMIT",
        "30 per 10 minutes",
        str,
        "How often one address may try a save-and-come-back link.",
    ),
    "REVIEW_LIMIT": Setting(
        "COPROD_REVIEW_LIMIT",
        "300 per 10 minutes",
        str,
        "How often one address may send a comment on a draft, a page of a trial or a translation through a link; a hall may share one address.",
    ),
    "MAIL_URL": Setting(
        "COPROD_MAIL_URL",
        "",
        str,
        "The mail server, as smtp://user:password@host:587 or smtps://host; if empty, no e-mail is offered.",
    ),
    "MAIL_FROM": Setting(
        "COPROD_MAIL_FROM",
        "",
        str,
        "The address that e-mails come from, such as surveys@example.org; needed with a mail server.",
    ),
    "MAIL_LIMIT": Setting(
        "COPROD_MAIL_LIMIT",
        "20 per hour",
        str,
        "How often one address may have a private link sent by e-mail.",
    ),
    "EXPORT_AT_ONCE": Setting(
        "COPROD_EXPORT_AT_ONCE",
        "2000",
        int,
        "Up to how many responses a workbook is made while its page loads; larger ones are made in the background.",
    ),
    "KIOSK_IDLE_SECONDS": Setting(
        "COPROD_KIOSK_IDLE_SECONDS",
        "120",
        int,
        "After how many seconds without anybody a shared tablet clears itself for the next person.",
    ),
    "UNSENT_DAYS": Setting(
        "COPROD_UNSENT_DAYS",
        "90",
        int,
        "After how many days without a change answers that were never sent are deleted; 0 keeps them.",
    ),
    "MAX_REQUEST_KB": Setting(
        "COPROD_MAX_REQUEST_KB",
        "1024",
        int,
        "The largest request that is accepted, in kibibytes; a picture from somebody who has signed in may be larger.",
    ),
    "PASSWORD_COST": Setting(
        "COPROD_PASSWORD_COST",
        "3",
        int,
        "How many passes the password hash makes; more is slower for guessers and for signing in.",
    ),
    "LOG_LEVEL": Setting(
        "COPROD_LOG_LEVEL",
        "INFO",
        str,
        "The least serious message that is logged: DEBUG, INFO, WARNING or ERROR.",
    ),
}


def load(environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The settings as Flask's configuration, from the environment.

    Raises `SettingError` for a value of the wrong kind, an unwritable instance folder, and a
    production without a secret key.
    """
    values: dict[str, Any] = {}
    for name, setting in SETTINGS.items():
        written = environ.get(setting.variable, setting.default)
        try:
            values[name] = setting.kind(written)
        except ValueError as error:
            raise SettingError(
                f"{setting.variable} is {written!r}, which is not a whole number."
            ) from error
    if values["ENVIRONMENT"] not in ("production", "development"):
        raise SettingError("COPROD_ENV must be production or development.")
    production = values["ENVIRONMENT"] == "production"
    if production and len(values["SECRET_KEY"]) < 32:
        raise SettingError(
            "COPROD_SECRET_KEY must be set in production, to at least 32 random characters."
        )
    _check_mail(values["MAIL_URL"], values["MAIL_FROM"], values["PUBLIC_URL"])
    instance = Path(values["INSTANCE"])
    values["SECRET_KEY"] = values["SECRET_KEY"] or _kept_secret(instance)
    values["SQLALCHEMY_DATABASE_URI"] = values["DATABASE_URL"] or f"sqlite:///{instance}/survey.db"
    values["SESSION_COOKIE_NAME"] = "session"
    values["SESSION_COOKIE_SECURE"] = production
    values["SESSION_COOKIE_HTTPONLY"] = True
    values["SESSION_COOKIE_SAMESITE"] = "Lax"
    values["MAX_CONTENT_LENGTH"] = values["MAX_REQUEST_KB"] * 1024
    values["RATELIMIT_STORAGE_URI"] = values["LIMITS_URL"]
    values["BABEL_TRANSLATION_DIRECTORIES"] = str(ROOT / "translations")
    values["BABEL_DEFAULT_TIMEZONE"] = "Europe/London"
    values["BABEL_DEFAULT_LOCALE"] = "en"
    return values


def _check_mail(url: str, sender: str, public_url: str) -> None:
    """Refuse a mail server that could never be reached, or whose e-mails would come from nobody.

    Without an address of our own the links in e-mails would lead wherever a request says that it
    was sent to, and so anybody could have our mail server send links of theirs to others.
    """
    if not url:
        return
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise SettingError("COPROD_MAIL_URL must look like smtp://user:password@host:587.")
    if "@" not in sender:
        raise SettingError(
            "COPROD_MAIL_FROM must be an e-mail address when COPROD_MAIL_URL is set."
        )
    if not public_url.startswith(("https://", "http://")):
        raise SettingError(
            "COPROD_PUBLIC_URL must be an address like https://surveys.example.org "
            "when COPROD_MAIL_URL is set."
        )


def _kept_secret(instance: Path) -> str:
    """The development secret, made at the first start and kept readable by its owner only."""
    path = instance / "secret-key"
    try:
        instance.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48), encoding="ascii")
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise SettingError(
            f"The instance folder {instance} cannot be used: {error.strerror}."
        ) from error
