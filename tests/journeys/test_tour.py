"""Every page in its main states: axe, nothing too wide, sound HTML; Welsh by phone, English at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser

from tests import browser as browsing
from tests import tour
from tests.browser import DESK, PHONE, House, look_at, look_at_with_wide_spacing, window

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with a freshly loaded demonstration."""
    folder = tmp_path_factory.mktemp("demonstration")
    with browsing.house(folder, tour.make_app(folder)) as house:
        yield house


@pytest.mark.parametrize(("lang", "width"), [("cy", PHONE), ("en", DESK)])
@pytest.mark.parametrize("part", ["public", "answering", "facilitator", "manager", "administrator"])
def test_every_page_serves_everybody(
    browser: Browser, demonstration: House, part: str, lang: str, width: int
) -> None:
    walk = getattr(tour, part)
    if part not in ("public", "answering"):
        walk = partial(walk, app=demonstration.app)
    page = window(browser, demonstration.address, width=width, lang=lang)
    faults = []
    for name in walk(page, lang):
        for look in (look_at, look_at_with_wide_spacing):
            try:
                look(page)
            except AssertionError as error:
                faults.append(f"{name} {error}")
    page.context.close()
    assert not faults, browsing.once(faults)
