"""Absurd requests: numbers beyond any table, words beyond any language, forms that no page of ours made.

Whatever comes, as anybody, the answer says what is wrong; it is never a failure of ours.
"""

from __future__ import annotations

import os
import random
import re
from contextlib import nullcontext
from typing import Any

import pytest
from flask import session
from werkzeug.routing import Rule

from coprod_survey.extensions import db
from coprod_survey.web import csrf
from tests.contracts.test_access import World, put_back, routes, send, world, writes  # noqa: F401
from tests.visitor import values_of_forms

NUMBERS = ("0", "2147483647", "2147483648", "9223372036854775808", "9" * 40, "٣")
WORDS = (
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%FF%FE",
    "x" * 3000,
    "..%2F..%2Fetc",
    "own-99999999999999999999",
    "own-%D9%A3",
    "own--1",
    "%E2%80%AE",
    "settings.title.",
    "%25s%7B%7B7*7%7D%7D",
)
VALUES = (
    "",
    "-1",
    "0",
    "9" * 40,
    "9" * 5000,
    "000000001" + "9" * 5000,
    "2147483648",
    "9223372036854775808",
    "1e999",
    "nan",
    "٣",
    "²",
    "\x00",
    "a\x00b",
    "\ud800",
    "\u202e",
    "x" * 20_000,
    "[]",
    "null",
    '{"a":' * 500,
    "%s %(x)s {0} {{7*7}}",
    "=cmd|' /C calc'!A1",
    "settings.title",
    "question",
    "heard",
    "99/99/9999",
    "31/12/9999",
    "1/1/0001",
    "yes",
    "y",
)
"""What is written into the fields of forms, and into addresses after the question mark."""

TIMES = int(os.environ.get("ABSURD_TIMES", "2"))
"""How often each form is filled in with nonsense; more for who has the time."""

NAME = re.compile(
    r"""(?:name="|(?:form|args)\.get(?:list)?\(["'])([A-Za-z][A-Za-z0-9_-]*)["']?""", re.ASCII
)


@pytest.fixture
def known(world: World, root: Any) -> dict[str, list[dict[str, list[str]]]]:  # noqa: F811
    """What the forms of our pages send, by the address that they send it to."""
    found: dict[str, list[dict[str, list[str]]]] = {}
    client = world.client("facilitator")
    for rule in routes(world.app, "GET"):
        db.session.commit()
        answer = client.get(world.address(rule))
        html = answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
        if html:
            for action, values in values_of_forms(html):
                found.setdefault(action.split("?")[0], []).append(values)
        answer.close()
    return found


@pytest.fixture(scope="session")
def names(root: Any) -> list[str]:
    """The name of every field that a template or a view of ours speaks of."""
    files = [*(root / "templates").rglob("*.html"), *(root / "coprod_survey").rglob("views*/*.py")]
    return sorted({name for file in files for name in NAME.findall(file.read_text())})


def absurd_addresses(world: World, rule: Rule) -> list[str]:  # noqa: F811
    """The address of a route with each of its arguments in turn as it never should be."""
    found = []
    fine = world.address(rule)
    for name in sorted(rule.arguments - {"lang"}):
        marked = re.escape(rule.rule)
        for other in rule.arguments:
            pattern = re.escape(f"{other}>")
            marked = re.sub(
                rf"<[^<>]*?{pattern}", "(.*)" if other == name else "[^/]+", marked, count=1
            )
        match = re.fullmatch(marked.replace("\\", ""), fine)
        assert match, (marked, fine)
        for value in (*NUMBERS, *WORDS):
            found.append(fine[: match.start(1)] + value + fine[match.end(1) :])
    return found


def nonsense(rng: random.Random, names: list[str], form: dict[str, list[str]]) -> dict[str, Any]:
    """A form with a few of its values, or of fields of other forms, as no page sends them."""
    filled: dict[str, Any] = {name: list(values) for name, values in form.items()}
    chosen = [*rng.sample(list(form), min(len(form), rng.randint(1, 3))), *rng.sample(names, 4)]
    for name in chosen:
        filled[name] = [rng.choice(VALUES) for _ in range(rng.choice((0, 1, 1, 2)))]
    return filled


@pytest.mark.parametrize("person", ["nobody", "facilitator"])
def test_no_address_is_a_failure_of_ours(world: World, person: str) -> None:  # noqa: F811
    client, faults = world.client(person), []
    for rule in routes(world.app, "GET"):
        for address in absurd_addresses(world, rule):
            faults += failures(client, "GET", address)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", ["nobody", "facilitator"])
def test_nothing_asked_of_a_page_is_a_failure_of_ours(
    world: World,  # noqa: F811
    person: str,
    names: list[str],
) -> None:
    client, faults, rng = world.client(person), [], random.Random(f"{person} asks")
    for rule in routes(world.app, "GET"):
        for _ in range(TIMES):
            asked = nonsense(rng, names, {})
            faults += failures(client, "GET", world.address(rule), query_string=printable(asked))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", ["nobody", "facilitator", "community_partner"])
def test_no_form_is_a_failure_of_ours(
    world: World,  # noqa: F811
    person: str,
    known: dict[str, Any],
    names: list[str],
) -> None:
    with world.app.test_request_context("/cy/"):
        masked, token = csrf.masked_token(), session["csrf_token"]
    faults, rng = [], random.Random(f"{person} sends")
    for rule in routes(world.app, "POST"):
        addresses = [world.address(rule)] * TIMES
        absurd = absurd_addresses(world, rule)
        addresses += rng.sample(absurd, min(len(absurd), TIMES))
        for address in addresses:
            forms = known.get(world.address(rule)) or [{}]
            data = printable(nonsense(rng, names, rng.choice(forms)))
            client = world.client(person, token)
            data["csrf_token"] = masked
            faults += failures(client, "POST", address, data=data)
    assert not faults, "\n".join(faults)


def printable(values: dict[str, Any]) -> dict[str, Any]:
    """The values as a browser can send them: halves of letters as bytes that are no letters."""
    return {
        name: [value.encode("utf-8", "surrogatepass") for value in sent]
        for name, sent in values.items()
    }


def failures(client: Any, method: str, address: str, **values: Any) -> list[str]:
    """What goes wrong on our side with one request; what it changes is put back."""
    with put_back() if method == "POST" else nullcontext():
        try:
            status = send(client, method, address, **values).status_code
        except Exception as error:  # what the tests' application raises, a server answers with 500
            db.session.rollback()
            return [
                f"{method} {address[:200]} {str(values)[:600]}: {type(error).__name__} {str(error)[:300]}"
            ]
    return [f"{method} {address[:200]}: {status}"] if status >= 500 and status != 503 else []
