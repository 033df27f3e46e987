"""The project around its surveys, as its members and the administrator see it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from playwright.sync_api import Page

from .places import Places
from .steps import press, send, sign_in, unfold, visit

_people = count()


def facilitator(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The demonstration's facilitator: the project, its surveys, the links, the results."""
    home = f"/{lang}/projects/{places.project}"
    survey = f"{home}/surveys/{places.published}"
    workshop = f"{home}/surveys/{places.workshop}"
    sign_in(page, lang, "facilitator@demo.example")
    yield from visit(
        page,
        {
            "projects": f"/{lang}/projects/",
            "project": home,
            "project, edit": f"{home}/edit",
            "project, goals": f"{home}/goals",
            "project, goals/add": f"{home}/goals/add",
            "project, groups": f"{home}/groups",
            "project, groups/add": f"{home}/groups/add",
            "project, members": f"{home}/members",
        },
    )
    for name in ("/goals/add", "/groups/add", "/members/add"):
        page.goto(home + name)
        press(page)
        yield f"project{name.replace('/', ', ', 1)}, with what is missing"
    yield from visit(
        page,
        {
            "survey, published": survey,
            "survey, has been published": f"{survey}/published",
            "survey, changed since": workshop,
            "survey, a second wave": f"{home}/surveys/{places.wave}",
            "survey, archived": f"{home}/surveys/{places.archived}",
            "survey, draft": f"{home}/surveys/{places.draft}",
            "survey, manage": f"{survey}/manage",
            "survey, move to another project": f"{survey}/transfer",
            "survey, delete, answered": f"{survey}/delete",
            "survey, delete, nobody answered": f"{home}/surveys/{places.draft}/delete",
            "links": f"{survey}/links",
            "poster": f"{survey}/links/{places.channel}/poster",
            "results": f"{survey}/results",
            "on paper": f"{survey}/paper",
            "on paper in large print": f"{survey}/paper?version=1&size=large",
            "account": f"/{lang}/account",
            "account, password": f"/{lang}/account/password",
            "a page that is not for you": f"/{lang}/admin/people",
        },
    )
    page.goto(f"{survey}/delete")
    send(page, "/promise")
    yield "survey, delete, with what is missing"
    page.goto(home)
    unfold(page)
    yield "project, archived surveys"


def manager(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The demonstration's manager, who wants the workbook."""
    sign_in(page, lang, "manager@demo.example")
    page.goto(f"/{lang}/projects/{places.project}")
    yield "manager, project"
    page.goto(f"/{lang}/projects/{places.project}/surveys/{places.published}")
    yield "manager, survey"
    page.goto(f"/{lang}/projects/{places.project}/surveys/{places.published}/results")
    yield "manager, results"
    home = f"/{lang}/projects/{places.project}/surveys/{places.published}/exports"
    names = ("waiting", "half made", "ready", "deleted", "failed")
    yield from visit(
        page,
        {
            f"manager, workbook, {name}": f"{home}/{number}"
            for name, number in zip(names, places.exports, strict=True)
        },
    )


def administrator(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The demonstration's administrator: people, organisations, a project with nothing in it."""
    sign_in(page, lang, "administrator@demo.example")
    for name, address in {
        "administrator, projects": "projects/",
        "administrator, create a project": "projects/create",
        "administrator, an empty project": f"projects/{places.empty}",
        "administrator, members of an empty project": f"projects/{places.empty}/members",
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
    page.goto(f"/{lang}/admin/people/{places.somebody}")
    send(page, "/password")
    yield "people, a first password"
