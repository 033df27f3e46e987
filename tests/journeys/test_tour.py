"""Every page in its main states: axe, nothing too wide, sound HTML; Welsh by phone, English at a desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests import browser as browsing
from tests import tour
from tests.browser import DESK, PHONE, House, look_at, look_at_with_wide_spacing, window

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, tour.Places]]:
    """A server with a freshly loaded demonstration, and where everything in it is."""
    folder = tmp_path_factory.mktemp("demonstration")
    app, places = tour.make_app(folder)
    with browsing.house(folder, app) as house:
        yield house, places


@pytest.mark.parametrize(("lang", "width"), [("cy", PHONE), ("en", DESK)])
@pytest.mark.parametrize("part", tour.PARTS)
def test_every_page_serves_everybody(
    browser: Browser, demonstration: tuple[House, tour.Places], part: str, lang: str, width: int
) -> None:
    house, places = demonstration
    page = window(browser, house.address, width=width, lang=lang)
    faults = []
    for name in tour.PARTS[part](page, lang, places):
        for look in (look_at, look_at_with_wide_spacing):
            try:
                look(page)
            except AssertionError as error:
                faults.append(f"{name} {error}")
    page.context.close()
    assert not faults, browsing.once(faults)
