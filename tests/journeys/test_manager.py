"""A manager opens the project on a phone or at a desk, and takes the workbook away."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, expect

from coprod_survey.accounts.actions import set_password
from coprod_survey.extensions import db
from tests.browser import DESK, PHONE, House, look_at, window
from tests.factories import make_member, make_project, make_published
from tests.sending import chosen, send

pytestmark = pytest.mark.browser

PASSWORD = "ceffyl ar y lôn"


@pytest.mark.parametrize(
    ("lang", "width", "scripted", "sheet"),
    [("cy", PHONE, False, "Crynodeb"), ("en", DESK, True, "Summary")],
)
def test_a_manager_downloads_the_workbook(
    browser: Browser,
    house: House,
    tmp_path: Path,
    lang: str,
    width: int,
    scripted: bool,
    sheet: str,
) -> None:
    with house.app.app_context():
        project = make_project()
        survey, version, channel = make_published(project)
        send(version, channel, count=12, heard=chosen("yes"), word="=1+1")
        manager = make_member(project, "manager", language=lang)
        set_password(user=manager, password=PASSWORD, cost=1, by=manager)
        address, email = f"/{lang}/projects/{project.id}", manager.email
        survey_id = survey.id
        db.session.remove()
    page = window(browser, house.address, width=width, lang=lang, java_script_enabled=scripted)
    page.goto(address)
    look_at(page)
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button.govuk-button").click()
    expect(page).to_have_url(house.address + address)
    look_at(page)
    page.locator(f"main a[href$='/surveys/{survey_id}']").first.click()
    look_at(page)
    page.locator("main a[href$='/results']").first.click()
    look_at(page)
    page.goto(f"{address}/surveys/{survey_id}")
    with page.expect_download() as download:
        page.locator("form[action$='/exports'] button").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name.endswith(f"-{lang}.xlsx")
    workbook = openpyxl.load_workbook(file)
    assert sheet in workbook.sheetnames
    words = [
        cell for ws in workbook for row in ws.iter_rows() for cell in row if cell.value == "=1+1"
    ]
    assert len(words) == 12
    assert all(cell.data_type == "s" for cell in words)
    workbook.close()
