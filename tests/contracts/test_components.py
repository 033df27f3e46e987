"""Our component macros give the same HTML as govuk-frontend, for every option that we offer.

The package ships the HTML that it expects (`fixtures.json`). Each component below says how its
options are handed to our macro, and which options we do not offer, and why that is so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html
import pytest
from flask import Flask
from lxml.html import HtmlElement
from markupsafe import Markup

HOLES = ("with falsy values", "with falsy items", "with empty values")
"""Fixtures whose lists have holes in them, for templates of another kind; ours have none."""

FIXTURES = Path(__file__).resolve().parents[2] / "node_modules/govuk-frontend/dist/govuk/components"

Options = dict[str, Any]


class Component(NamedTuple):
    """How one component is compared.

    `hand_over` turns the package's options into arguments of our macro; `without` holds the paths
    of options that we do not offer; `body` names an argument that our macro takes as a call's body.
    """

    hand_over: Callable[[Options], Options]
    without: frozenset[str] = frozenset()
    body: str = ""


def words(options: Options | None, name: str = "text", html: str = "html") -> str:
    """Plain words are escaped by the macros, HTML is handed over as such."""
    options = options or {}
    return Markup(options[html]) if options.get(html) else options.get(name) or ""


def field(options: Options) -> Options:
    """What every field has: a label, a hint, an error, attributes."""
    label = options["label"]
    plain = ("name", "id", "classes", "attributes", "value", "type", "rows", "disabled", "multiple")
    more = ("autocomplete", "inputmode", "spellcheck")
    return {
        **{k: options[k] for k in (*plain, *more) if options.get(k) is not None},
        **group(options),
        "label": words(label),
        "label_classes": label.get("classes", ""),
        "heading": label.get("isPageHeading", False),
    }


def group(options: Options) -> Options:
    """What stands around a field."""
    return {
        "hint": words(options.get("hint")),
        "error": words(options.get("errorMessage")),
        "described_by": options.get("describedBy", ""),
        "group_classes": options.get("formGroup", {}).get("classes", ""),
    }


def affixed(options: Options) -> Options:
    return {
        **field(options),
        "prefix": words(options.get("prefix")),
        "suffix": words(options.get("suffix")),
    }


def choices(options: Options) -> Options:
    fieldset = options.get("fieldset") or {}
    legend = fieldset.get("legend") or {}
    chosen = options.get("values") or [options.get("value")]
    items = [
        {
            **{k: v for k, v in item.items() if k not in ("html", "hint", "conditional", "label")},
            "text": words(item),
            "hint": words(item.get("hint")),
            "conditional": Markup((item.get("conditional") or {}).get("html") or ""),
            "checked": item.get("checked", "value" in item and item["value"] in chosen),
        }
        for item in options["items"]
        if item
    ]
    return {
        **group(options),
        "described_by": options.get("describedBy") or fieldset.get("describedBy", ""),
        "name": options["name"],
        "id": options.get("idPrefix", ""),
        "items": items,
        "legend": words(legend),
        "legend_classes": legend.get("classes", ""),
        "heading": legend.get("isPageHeading", False),
        "classes": options.get("classes", ""),
        "attributes": options.get("attributes", {}),
    }


def same(*names: str, **renamed: str) -> Callable[[Options], Options]:
    """Hand options over under their own names, or under new ones; `text` may be HTML."""

    def hand_over(options: Options) -> Options:
        given = {n: options[n] for n in (*names, "classes", "attributes", "id") if n in options}
        for ours, theirs in renamed.items():
            stem = theirs.removesuffix("Text").removesuffix("text")
            html = stem + ("Html" if stem else "html")
            value = words(options, theirs, html) or options.get(theirs)
            if value not in (None, ""):
                given[ours] = value
        return given

    return hand_over


def button(options: Options) -> Options:
    double = options.get("preventDoubleClick")
    return {
        **same("type", "name", "value", "href", "disabled", text="text")(options),
        "prevent_double_click": bool(double),
    }


def select(options: Options) -> Options:
    return {**field(options), "items": options.get("items", [])}


def fieldset(options: Options) -> Options:
    legend = options.get("legend") or {}
    return {
        **same("role", described_by="describedBy")(options),
        "legend": words(legend),
        "legend_classes": legend.get("classes", ""),
        "heading": legend.get("isPageHeading", False),
        "body": Markup(options.get("html", "")),
    }


def label(options: Options) -> Options:
    return {
        **same(text="text")(options),
        "text": words(options),
        "for": options.get("for", ""),
        "heading": options.get("isPageHeading", False),
    }


def error_message(options: Options) -> Options:
    spoken = options.get("visuallyHiddenText")
    return {
        **same(text="text")(options),
        **({"spoken": f"{spoken}:" if spoken else ""} if spoken is not None else {}),
    }


def error_summary(options: Options) -> Options:
    errors = [{**e, "text": words(e)} for e in options.get("errorList") or []]
    return {
        **same(title="titleText", description="descriptionText")(options),
        "errors": errors,
    }


def back_link(options: Options) -> Options:
    return {**same("href", text="text")(options)}


def breadcrumbs(options: Options) -> Options:
    return {
        **same(label="labelText")(options),
        "collapse": options.get("collapseOnMobile", False),
        "items": [{**item, "text": words(item)} for item in options["items"]],
    }


def details(options: Options) -> Options:
    return {
        **same("open", summary="summaryText")(options),
        "body": words(options),
    }


def inset_text(options: Options) -> Options:
    return {**same()(options), "body": words(options)}


def notification_banner(options: Options) -> Options:
    return {
        **same("role", text="text", title="titleText")(options),
        "success": options.get("type") == "success",
        **({"id": options["titleId"]} if "titleId" in options else {}),
    }


def panel(options: Options) -> Options:
    kind, _, classes = options.get("classes", "").partition(" ")
    if kind.startswith("govuk-panel--"):
        options = {**options, "classes": classes}
    return {
        **same(text="text", title="titleText")(options),
        "kind": kind.removeprefix("govuk-panel--") if "--" in kind else "confirmation",
        "level": options.get("headingLevel", 1),
    }


def summary_list(options: Options) -> Options:
    rows = []
    for row in options["rows"]:
        if not row:
            continue
        actions = (row.get("actions") or {}).get("items") or []
        rows.append(
            {
                "key": words(row["key"]),
                "value": words(row["value"]),
                "classes": row.get("classes", ""),
                "actions": [
                    {**a, "text": words(a), "hidden": a.get("visuallyHiddenText", "")}
                    for a in actions
                ],
            }
        )
    return {**same()(options), "rows": rows}


def table(options: Options) -> Options:
    def cell(c: Options) -> Options:
        return {"text": words(c), "numeric": bool(c.get("format")), "classes": c.get("classes", "")}

    return {
        **same("caption")(options),
        "caption_classes": options.get("captionClasses", ""),
        "row_headers": options.get("firstCellIsHeader", False),
        "head": [cell(c) for c in options.get("head") or []],
        "rows": [[cell(c) for c in row] for row in options["rows"] if row],
    }


def task_list(options: Options) -> Options:
    items = [
        {
            "title": words(item["title"]),
            "href": item.get("href", ""),
            "hint": words(item.get("hint")),
            "classes": item.get("classes", ""),
            "status": words(item["status"]),
            "cannot_start": "cannot-start-yet" in item["status"].get("classes", ""),
            "tag": {**tag, "text": words(tag)} if (tag := item["status"].get("tag")) else None,
        }
        for item in options["items"]
        if item
    ]
    return {**same()(options), "items": items, "id": options.get("idPrefix", "task-list")}


def pagination(options: Options) -> Options:
    def way(name: str) -> Options | None:
        link = options.get(name)
        if not link:
            return None
        # Our own words are whole, so that they can be said in Welsh; the package hides half of its.
        usual = Markup('{}<span class="govuk-visually-hidden"> page</span>').format(name.title())
        return {**link, "text": link.get("text", usual), "label": link.get("labelText", "")}

    return {
        **same()(options),
        "previous": way("previous"),
        "next": way("next"),
        "items": [
            {**item, "spoken": item.get("visuallyHiddenText", "")}
            for item in options.get("items") or []
            if item
        ],
        **({"label": options["landmarkLabel"]} if "landmarkLabel" in options else {}),
    }


COMPONENTS: dict[str, Component] = {
    "back-link": Component(back_link),
    "breadcrumbs": Component(breadcrumbs),
    # Our buttons that start something look like the others.
    "button": Component(button, frozenset({"isStartButton", "preventDoubleClick=False"})),
    # Attributes on a label or on a fieldset inside a group are never needed here.
    "checkboxes": Component(
        choices,
        frozenset(
            {
                "fieldset.attributes",
                "fieldset.classes",
                "items.label.attributes",
                "items.label.classes",
            }
        ),
    ),
    "details": Component(details, body="body"),
    "error-message": Component(error_message),
    # Whether the summary takes the focus is decided by our script, not by the page.
    "error-summary": Component(error_summary, frozenset({"disableAutoFocus"})),
    "fieldset": Component(fieldset, body="body"),
    # One plain file field: no drop zone, whose words come and go by script.
    "file-upload": Component(field, frozenset({"javascript", "value"})),
    "hint": Component(same(text="text")),
    "input": Component(
        affixed,
        frozenset(
            {
                "autocapitalize",
                "pattern",
                "inputWrapper",
                *("prefix.attributes", "prefix.classes", "suffix.attributes", "suffix.classes"),
            }
        ),
    ),
    "inset-text": Component(inset_text, body="body"),
    "label": Component(label),
    # The title is a level 2 heading everywhere.
    "notification-banner": Component(
        notification_banner, frozenset({"titleHeadingLevel", "disableAutoFocus"})
    ),
    "pagination": Component(pagination),
    # A panel says something; what to do next stands below it.
    "panel": Component(panel, frozenset({"actions"})),
    "radios": Component(
        choices,
        frozenset(
            {
                "fieldset.attributes",
                "fieldset.classes",
                "items.label.attributes",
                "items.label.classes",
            }
        ),
    ),
    "select": Component(select, frozenset({"items.attributes"})),
    "skip-link": Component(same("href", text="text")),
    # Cards are ours (`app-card`).
    "summary-list": Component(
        summary_list,
        frozenset({"card", "rows.key.classes", "rows.value.classes", "rows.actions.classes"}),
    ),
    "table": Component(
        table,
        frozenset(
            f"{part}.{o}" for part in ("head", "rows") for o in ("attributes", "colspan", "rowspan")
        ),
    ),
    "tag": Component(same(text="text")),
    "task-list": Component(
        task_list, frozenset({"items.title.classes", "items.status.tag.attributes"})
    ),
    "textarea": Component(field),
    "warning-text": Component(same(text="text", spoken="iconFallbackText")),
}


def fixtures(component: str) -> list[dict[str, Any]]:
    """What the package expects of a component."""
    path = FIXTURES / component / "fixtures.json"
    every = json.loads(path.read_text(encoding="utf-8"))["fixtures"]
    return [fixture for fixture in every if fixture["name"] not in HOLES]


def paths(options: Any, start: str = "") -> Iterator[str]:
    """The path of every option that is given, also with its value: `items.hint.text`, `open=True`."""
    if isinstance(options, dict):
        for name, value in options.items():
            yield f"{start}{name}"
            yield f"{start}{name}={value}"
            yield from paths(value, f"{start}{name}.")
    elif isinstance(options, list):
        for value in options:
            yield from paths(value, start)


def offered(component: str, options: Options) -> bool:
    """Whether we offer every option that a fixture uses."""
    return COMPONENTS[component].without.isdisjoint(paths(options))


CASES = [
    pytest.param(name, fixture, id=f"{name}: {fixture['name']}")
    for name in COMPONENTS
    for fixture in fixtures(name)
    if offered(name, fixture["options"])
]


def render(app: Flask, name: str, options: Options) -> str:
    """What our macro makes of the package's options."""
    component = COMPONENTS[name]
    given = {k: v for k, v in component.hand_over(options).items() if v is not None}
    given.setdefault("attributes", {})
    macro = name.replace("-", "_")
    body = given.pop(component.body, "") if component.body else ""
    call = (
        f"{{% call {macro}(**given) %}}{{{{ body }}}}{{% endcall %}}"
        if component.body
        else f"{{{{ {macro}(**given) }}}}"
    )
    template = app.jinja_env.from_string(
        f'{{% from "components/{macro}.html" import {macro} %}}{call}'
    )
    return template.render(given=given, body=body)


def plain(html: str) -> Any:
    """HTML as nested tuples, with attributes in order and single spaces."""
    return [
        tree(e) if isinstance(e, HtmlElement) else single(e)
        for e in lxml.html.fragments_fromstring(html)
        if not isinstance(e, str) or e.strip()
    ]


def tree(element: HtmlElement) -> tuple[Any, ...]:
    attributes = {k: single(v) for k, v in element.attrib.items()}
    inside: list[Any] = [single(element.text or "")]
    for child in element:
        inside += [tree(child), single(child.tail or "")]
    return element.tag, tuple(sorted(attributes.items())), tuple(part for part in inside if part)


def single(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize(("component", "fixture"), CASES)
def test_our_macro_gives_the_html_that_the_package_expects(
    app: Flask, component: str, fixture: dict[str, Any]
) -> None:
    ours = render(app, component, fixture["options"])
    assert plain(ours) == plain(fixture["html"]), f"\n{ours}\n\n{fixture['html']}"


@pytest.mark.parametrize("component", COMPONENTS)
def test_most_of_what_the_package_expects_is_compared(component: str) -> None:
    every = fixtures(component)
    compared = [f for f in every if offered(component, f["options"])]
    assert len(compared) * 2 >= len(every)


def test_each_component_has_a_macro_of_its_own(root: Path) -> None:
    macros = {path.stem for path in (root / "templates" / "components").glob("*.html")}
    assert {name.replace("-", "_") for name in COMPONENTS} <= macros
