"""One template answers both a browser that loads a page and HTMX that swaps a part of one."""

from __future__ import annotations

from typing import Any

from flask import Response, make_response, redirect, render_template, request


def wants_fragment() -> bool:
    """Whether HTMX asked, and will put the answer into a page that is already there."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get(
        "HX-History-Restore-Request"
    )


def render(template: str, status: int = 200, /, **context: Any) -> Response:
    """A page, or only its title and main region where HTMX asked for it."""
    response = make_response(
        render_template(template, fragment=wants_fragment(), **context), status
    )
    response.vary.add("HX-Request")
    return response


def see_other(address: str) -> Response:
    """Send the browser on to another page with a GET (303), after a form has done its work."""
    return redirect(address, 303)  # type: ignore[return-value]
