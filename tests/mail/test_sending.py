"""E-mail goes out, or says that it did not, and nothing of whom it went to stays behind."""

from __future__ import annotations

import email
import email.policy
import logging

import pytest
from flask import Flask

import config
from coprod_survey.mail import sending
from tests.mail.post_office import open_post_office


@pytest.fixture
def mail(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "MAIL_FROM", "Arolygon <surveys@example.org>")


def test_an_e_mail_arrives_as_it_was_written(
    app: Flask, mail: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_post_office() as office:
        monkeypatch.setitem(app.config, "MAIL_URL", office.url)
        sending.send(to="me@example.org", subject="Tŷ ŵyn", body="Llŷn ’\n", lang="cy")
    ((to, letter),) = office.received
    read = email.message_from_bytes(letter, policy=email.policy.default)
    assert to == "me@example.org"
    assert (read["Subject"], read["Content-Language"]) == ("Tŷ ŵyn", "cy")
    assert read["From"] == "Arolygon <surveys@example.org>"
    assert read["Message-ID"].endswith("@example.org>")
    assert read.get_content().strip() == "Llŷn ’"


@pytest.mark.parametrize("refuses", [True, False])
def test_what_is_not_taken_is_told_and_the_address_is_not_logged(
    app: Flask,
    mail: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    refuses: bool,
) -> None:
    with open_post_office(refuses=refuses) as office:
        url = office.url
        if refuses:
            monkeypatch.setitem(app.config, "MAIL_URL", url)
            with caplog.at_level(logging.DEBUG), pytest.raises(sending.NotSent):
                sending.send(to="me@example.org", subject="s", body="b", lang="en")
    monkeypatch.setitem(app.config, "MAIL_URL", url)  # now nobody is there any more
    with caplog.at_level(logging.DEBUG), pytest.raises(sending.NotSent):
        sending.send(to="me@example.org", subject="s", body="b", lang="en")
    assert "mail not sent" in caplog.text
    assert "example.org" not in caplog.text


@pytest.mark.parametrize("subject", ["one\ntwo", "one\r\nBcc: you@example.org"])
def test_no_second_line_gets_into_a_head(
    app: Flask, mail: None, monkeypatch: pytest.MonkeyPatch, subject: str
) -> None:
    with open_post_office() as office:
        monkeypatch.setitem(app.config, "MAIL_URL", office.url)
        with pytest.raises(sending.NotSent):
            sending.send(to="me@example.org", subject=subject, body="b", lang="en")
    assert office.received == []


def test_a_password_never_goes_over_an_open_line(
    app: Flask, mail: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_post_office() as office:
        url = office.url.replace("//", "//me:secret@")
        monkeypatch.setitem(app.config, "MAIL_URL", url)
        with pytest.raises(sending.NotSent):
            sending.send(to="me@example.org", subject="s", body="b", lang="en")
    assert office.received == []


@pytest.mark.parametrize(
    ("url", "sender", "public", "said"),
    [
        ("http://host", "a@example.org", "https://here", "COPROD_MAIL_URL"),
        ("smtp://", "a@example.org", "https://here", "COPROD_MAIL_URL"),
        ("smtp://host:many", "a@example.org", "https://here", "COPROD_MAIL_URL"),
        ("smtp://[host", "a@example.org", "https://here", "COPROD_MAIL_URL"),
        ("smtp://host", "", "https://here", "COPROD_MAIL_FROM"),
        ("smtp://host", "a@example.org", "", "COPROD_PUBLIC_URL"),
        ("smtp://host", "a@example.org", "here", "COPROD_PUBLIC_URL"),
    ],
)
def test_settings_that_cannot_work_are_refused_at_the_start(
    tmp_path, url: str, sender: str, public: str, said: str
) -> None:
    environ = {
        "COPROD_INSTANCE": str(tmp_path),
        "COPROD_MAIL_URL": url,
        "COPROD_MAIL_FROM": sender,
        "COPROD_PUBLIC_URL": public,
    }
    with pytest.raises(config.SettingError, match=said):
        config.load(environ)
