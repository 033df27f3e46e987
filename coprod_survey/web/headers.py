"""The security headers of every answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from flask import Flask, Response, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a page of ours may load and do: our own files, and nothing written into the page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


View = TypeVar("View", bound=Callable[..., Any])

FRAMED = "coprod.framed"
"""Where a request's environment says that a page of our own may show the answer in a frame."""


def in_our_frame(view: View) -> View:
    """Declare that a page of our own may show this one in a frame; nobody else's may."""
    view.in_our_frame = True  # type: ignore[attr-defined]
    return view


def vary(response: Response, name: str) -> None:
    """Say that the answer is another one for another value of the request's header `name`."""
    kept = response.headers.get("Vary")
    if kept is None:
        response.headers["Vary"] = name
    elif name not in kept.split(", "):
        response.headers["Vary"] = f"{kept}, {name}"


def set_up(app: Flask) -> None:
    """Say what a browser may keep of an answer, and in which language it is.

    Where anything goes out at all, `protect` adds the rest.
    """

    @app.after_request
    def add_headers(response: Response) -> Response:
        headers, rule = response.headers, request.url_rule
        if rule and getattr(app.view_functions[rule.endpoint], "in_our_frame", False):
            request.environ[FRAMED] = True
        if rule and "Cache-Control" not in headers:
            # People answer on shared tablets: no page stays behind in a cache.
            headers["Cache-Control"] = "no-store"
        if (
            rule
            and "lang" in rule.arguments
            and headers.get("Content-Type", "").startswith("text/html")
        ):
            headers["Content-Language"] = request.path.split("/", 2)[1]
        return response


def protect(app: Flask) -> None:
    """Add the security headers to whatever is sent, files and errors too.

    They are the same for every answer, so they join the finished list of headers at the very end,
    where that costs next to nothing.
    """
    usual = dict(HEADERS)
    if app.config["ENVIRONMENT"] == "production":
        usual["Strict-Transport-Security"] = "max-age=31536000"
    pairs = list(usual.items())
    ours = usual | {
        "Content-Security-Policy": POLICY.replace(
            "frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"
        ),
        "X-Frame-Options": "SAMEORIGIN",
    }
    framed = list(ours.items())
    inner = app.wsgi_app

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        def begin(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            return start(status, headers + (framed if FRAMED in environ else pairs), *error)

        return inner(environ, begin)

    app.wsgi_app = answer  # type: ignore[method-assign, assignment]
