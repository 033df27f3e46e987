"""One template answers both a browser that loads a page and HTMX that swaps a part of one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, make_response, render_template, request


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


def leading_on(view: Callable[..., Response]) -> Callable[..., Response]:
    """Let our script follow the redirect that answers a form, as a browser would by itself.

    A script is never shown a 303, so it is told the address in a header instead.
    """

    @wraps(view)
    def lead(*arguments: Any, **values: Any) -> Response:
        answer = view(*arguments, **values)
        if answer.status_code == 303 and wants_fragment():
            answer.status_code, answer.data = 204, b""
            answer.headers["HX-Redirect"] = answer.headers.pop("Location")
        return answer

    return lead


def see_other(address: str) -> Response:
    """Send the browser on to another page with a GET (303), after a form has done its work."""
    answer = Response(status=303)  # nobody reads what `redirect` would write below it
    answer.headers["Location"] = address
    return answer
