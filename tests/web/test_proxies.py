"""Behind a proxy: whom the application believes about a visitor's address."""

import pytest
from flask import Flask, request

from coprod_survey import create_app


def address_seen(app: Flask) -> str:
    seen: list[str] = []
    app.before_request_funcs.setdefault(None, []).insert(
        0, lambda: seen.append(str(request.remote_addr))
    )
    app.test_client().get("/nothing", headers={"X-Forwarded-For": "192.0.2.7, 198.51.100.9"})
    return seen[0]


@pytest.mark.parametrize(
    ("proxies", "seen"), [(0, "127.0.0.1"), (1, "198.51.100.9"), (2, "192.0.2.7")]
)
def test_only_as_many_proxies_are_believed_as_the_settings_say(
    application: Flask, proxies: int, seen: str
) -> None:
    settings = {**application.config, "PROXIES": proxies}
    assert address_seen(create_app(settings)) == seen
