"""What journeys share: one browser, and a house with a survey in it."""

from __future__ import annotations

from collections.abc import Iterator

import flask_migrate
import pytest
from playwright.sync_api import Browser, sync_playwright

from coprod_survey import create_app
from tests import browser as browsing
from tests.browser import House


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        chromium = browsing.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with a database of its own, made by the migrations."""
    folder = tmp_path_factory.mktemp("house")
    app = create_app(
        {
            "TESTING": True,
            "LOG_LEVEL": "ERROR",
            "PASSWORD_COST": 1,
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/survey.db",
        }
    )
    with app.app_context():
        flask_migrate.upgrade()
    with browsing.house(folder, app) as open_house:
        yield open_house
