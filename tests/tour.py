"""A walk past every page in its main states, for the gallery of pictures and for axe.

Each part is a generator: whenever it gives a name, the page of that name is on show.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import flask_migrate
import sqlalchemy as sa
from flask import Flask
from playwright.sync_api import Page

from coprod_survey import create_app
from coprod_survey.demo import content
from coprod_survey.demo.load import load_demonstration
from coprod_survey.design.models import Survey
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from tests.browser import settle
from tests.factories import make_document, make_published, make_survey

CLOSED = "CAEWYD"
"""The code of a link that is shut."""

TABLET = "TAB7ED"
"""The code of a link for a shared tablet."""

_people = count()


def make_app(folder: Path) -> Flask:
    """A freshly loaded demonstration; beside it a closed link and a project with nothing in it."""
    app = create_app(
        {
            "TESTING": True,
            "LOG_LEVEL": "ERROR",
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/survey.db",
        }
    )
    with app.app_context():
        flask_migrate.upgrade()
        load_demonstration(cost=1)
        project = db.session.scalars(sa.select(Project)).one()
        make_published(project, code=CLOSED, is_open=False)
        make_published(project, code=TABLET, kind="kiosk")
        make_survey(project, make_document(sections=make_document().sections[:1]))
        empty = Project(
            organisation_id=project.organisation_id,
            name_cy="Gofal yn y gymuned",
            name_en="Care in the community",
            created_at=project.created_at,
        )
        db.session.add(empty)
        db.session.commit()
    return app


def public(page: Page, lang: str) -> Iterator[str]:
    """What everybody may see."""
    page.goto("/")
    yield "choice of language"
    page.goto(f"/{lang}/")
    yield "front page"
    page.locator("main form input:not([type=hidden])").first.fill("ABC")
    press(page)
    yield "front page, a code that is not known"
    for name in ("accessibility", "privacy", "cookies"):
        page.goto(f"/{lang}/{name}")
        yield name
    page.goto(f"/{lang}/nothing-here")
    yield "a page that is not there"
    page.goto(f"/{lang}/sign-in")
    yield "sign in"
    page.locator("[name=email]").fill("somebody@example.org")
    page.locator("[name=password]").fill("wrong")
    press(page)
    yield "sign in, refused"


def answering(page: Page, lang: str) -> Iterator[str]:
    """A person who answers the demonstration's survey."""
    page.goto(f"/{content.SHORT_CODE}")
    yield "answering, from the poster"
    page.goto(f"/{lang}/s/{content.SHORT_CODE}")
    yield "answering, start"
    press(page)
    yield "answering, first page"
    press(page)
    yield "answering, first page with what is missing"
    page.locator("button[name=both]").click()
    settle(page)
    yield "answering, first page in both languages"
    page.locator("button[name=both]").click()
    settle(page)
    pages = 0
    while "/check" not in page.url:
        fill(page)
        pages += 1
        if pages in (1, 2, 4):
            yield f"answering, page {pages} filled in"
        press(page)
        if pages == 1:
            page.locator("button[name=later]").click()
            yield "answering, save and come back"
            page.go_back()
        elif "/check" not in page.url:
            yield f"answering, page {pages + 1}"
    yield "answering, check"
    press(page)
    yield "answering, thanks"
    page.locator("form[action$=receipt] button").click()
    yield "answering, receipt"
    page.goto(f"/{lang}/s/{content.SHORT_CODE}")
    yield "answering, start after sending"
    page.go_back()
    page.locator("main a[href*='/r/']").click()
    yield "receipt, the answers"
    page.locator("form[action$=correct] button").click()
    yield "receipt, correcting"
    page.goto(f"/{lang}/s/{content.SHORT_CODE}/withdraw")
    yield "receipt, before withdrawing"
    page.locator("form[action$=withdraw] button").click()
    yield "receipt, withdrawn"
    page.goto(f"/{lang}/receipt")
    yield "receipt, where to type it"
    page.goto(f"/{lang}/today")
    yield "paused and hidden"
    page.goto(f"/{lang}/s/{TABLET}")
    page.locator("button[name=another]").click()
    yield "shared tablet, a page"
    page.goto(f"/{lang}/s/{CLOSED}")
    yield "answering, a closed survey"


def facilitator(page: Page, lang: str, app: Flask) -> Iterator[str]:
    """The demonstration's facilitator: the project, the studio, the links, the results."""
    project, published, draft, unfinished, channel = _places(app)
    home = f"/{lang}/projects/{project}"
    sign_in(page, lang, "facilitator@demo.example")
    page.goto(f"/{lang}/projects/")
    yield "projects"
    for name in ("", "/edit", "/goals", "/goals/add", "/groups", "/groups/add", "/members"):
        page.goto(home + name)
        yield f"project{name.replace('/', ', ', 1)}"
    for name in ("/goals/add", "/groups/add", "/members/add"):
        page.goto(home + name)
        press(page)
        yield f"project{name.replace('/', ', ', 1)}, with what is missing"
    page.goto(f"{home}/surveys/new")
    yield "survey, create"
    press(page)
    yield "survey, create, with what is missing"

    survey = f"{home}/surveys/{published}"
    first = "group"
    second = "taking_part"
    for name, address in {
        "survey, published": survey,
        "studio, outline": f"{survey}/design",
        "studio, what was found": f"{survey}/design?find=llais",
        "studio, another place for a question": f"{survey}/questions/{first}/place",
        "studio, another place for a section": f"{survey}/sections/{second}/place",
        "studio, opening and closing words": f"{survey}/settings",
        "studio, history": f"{survey}/history",
        "studio, on paper": f"{survey}/paper",
        "studio, on paper in large print": f"{survey}/paper?version=1&size=large",
        "studio, what the survey is for": f"{survey}/purpose",
        "studio, versions compared": f"{survey}/waves",
        "studio, paths": f"{survey}/paths",
        "studio, paths tried": f"{survey}/paths/try",
        "studio, keep questions as a set": f"{survey}/sets/new",
        "studio, the project’s own sets": f"{home}/surveys/sets",
        "studio, picture": f"{survey}/questions/{first}/picture",
        "studio, when a section is shown": f"{survey}/sections/{second}/rule",
        "studio, preview, start": f"{survey}/preview",
        "studio, preview, page": f"{survey}/preview/2",
        "studio, preview, end": f"{survey}/preview/end",
        "studio, publish, nothing changed": f"{survey}/publish",
        "survey, has been published": f"{survey}/published",
        "links": f"{survey}/links",
        "poster": f"{survey}/links/{channel}/poster",
        "translation": f"{survey}/translation",
        "translation, read both languages": f"{survey}/translation/check",
        "translation, links for translators": f"{survey}/translation/links",
        "translation, terms": f"{home}/terms",
        "results": f"{survey}/results",
        "review, comments": f"{survey}/review",
        "review, links": f"{survey}/review/links",
        "review, trials": f"{survey}/review/trial",
        "review, approval": f"{survey}/review/approval",
        "review, about the survey": f"{survey}/review/about",
        "survey, draft": f"{home}/surveys/{draft}",
        "studio, publish": f"{home}/surveys/{draft}/publish",
        "studio, new section": f"{home}/surveys/{draft}/sections/new",
        "studio, question that is published": f"{survey}/questions/{first}",
    }.items():
        page.goto(address)
        yield name
    yield from _studio(page, f"{home}/surveys/{unfinished}")
    page.goto(f"/{lang}/account")
    yield "account"
    page.goto(f"/{lang}/account/password")
    yield "account, password"
    page.goto(f"/{lang}/admin/people")
    yield "a page that is not for you"


def _studio(page: Page, survey: str) -> Iterator[str]:
    """The questions of a draft, one of each kind, and what stops it from being published."""
    page.goto(f"{survey}/sections/welcome")
    yield "studio, section"
    page.goto(f"{survey}/questions/voice/rule")
    page.locator("select[name=add]").select_option("heard")
    page.locator("button[value=add]").click()
    yield "studio, when a question is shown"
    page.locator("form button[value=save]:visible").last.click()
    yield "studio, when a question is shown, with what is missing"
    page.goto(f"{survey}/sections/welcome/questions/new")
    yield "studio, new question"
    kinds = page.locator("main input[type=radio]").count()
    for place in range(kinds):
        page.goto(f"{survey}/sections/welcome/questions/new")
        kind = page.locator("main input[type=radio]").nth(place)
        value = kind.get_attribute("value")
        kind.check()
        press(page)
        yield f"studio, a new {value}"
    page.goto(f"{survey}/design")
    yield "studio, outline with what is missing"
    page.goto(f"{survey}/publish")
    yield "studio, publish, with what is missing"
    for _press in range(kinds):
        page.goto(f"{survey}/design")
        undo = page.locator("form[action$='/undo'] button")
        if undo.count():
            undo.first.click()


def manager(page: Page, lang: str, app: Flask) -> Iterator[str]:
    """The demonstration's manager, who wants the workbook."""
    project, published, *_rest = _places(app)
    sign_in(page, lang, "manager@demo.example")
    page.goto(f"/{lang}/projects/{project}")
    yield "manager, project"
    page.goto(f"/{lang}/projects/{project}/surveys/{published}")
    yield "manager, survey"
    page.goto(f"/{lang}/projects/{project}/surveys/{published}/results")
    yield "manager, results"


def administrator(page: Page, lang: str, app: Flask) -> Iterator[str]:
    """The demonstration's administrator: people, organisations, a project with nothing in it."""
    sign_in(page, lang, "administrator@demo.example")
    with app.app_context():
        empty = db.session.scalars(sa.select(Project.id).order_by(Project.id.desc())).first()
    for name, address in {
        "administrator, projects": "projects/",
        "administrator, create a project": "projects/create",
        "administrator, an empty project": f"projects/{empty}",
        "administrator, members of an empty project": f"projects/{empty}/members",
        "people": "admin/people",
        "people, add": "admin/people/add",
        "people, edit": "admin/people/1",
        "organisations": "admin/organisations",
        "organisation": "admin/organisations/1",
    }.items():
        page.goto(f"/{lang}/{address}")
        yield name
    page.goto(f"/{lang}/admin/people/add")
    press(page)
    yield "people, add, with what is missing"
    page.locator("[name=email]").fill(f"newydd{next(_people)}@demo.example")
    page.locator("[name=name]").fill("Nia Parry")
    press(page)
    yield "people, added"


def press(page: Page) -> None:
    """Press the main button of the page's form, whatever it is called in its language."""
    page.locator("main form button.govuk-button:visible").first.click()
    settle(page)


def fill(page: Page) -> None:
    """Answer every question on the page."""
    for question in page.locator(".app-question").all():
        choices = question.locator("input[type=radio], input[type=checkbox]")
        if choices.count():
            choices.nth(min(1, choices.count() - 1)).check()
            continue
        box = question.locator("input, textarea").first
        box.fill(
            "12" if box.get_attribute("inputmode") else "Ŵyn, ŷd a llŷn: fe newidiodd y dderbynfa."
        )


def sign_in(page: Page, lang: str, email: str) -> None:
    """Come in as one of the demonstration's people."""
    page.context.clear_cookies()
    page.goto(f"/{lang}/sign-in")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(content.PASSWORD)
    press(page)
    page.wait_for_url("**/projects/**")


def _places(app: Flask) -> tuple[int, int, int, int, int]:
    """The demonstration's project, its published survey, its draft, an unfinished one, a channel."""
    with app.app_context():
        channel = db.session.scalars(
            sa.select(Channel).where(Channel.code == content.SHORT_CODE)
        ).one()
        survey = db.session.get_one(Survey, channel.survey_id)
        drafts = db.session.scalars(
            sa.select(Survey.id).where(Survey.current_version_id.is_(None)).order_by(Survey.id)
        ).all()
        return survey.project_id, survey.id, drafts[0], drafts[1], channel.id
