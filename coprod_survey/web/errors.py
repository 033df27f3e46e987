"""Error pages in both languages, and the domain's errors as HTTP."""

from __future__ import annotations

from flask import Flask, Response
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import HTTPException

from .. import errors
from .csrf import Forged
from .htmx import render
from .logs import log
from .words import say

WORDS = {
    400: (
        _l("We could not understand that request"),
        _l("Go back and try again. What you typed is still in the page you came from."),
    ),
    403: (
        _l("You cannot open this page"),
        _l("Your account does not have the permission that this page needs."),
    ),
    404: (
        _l("Page not found"),
        _l("Check that the address or the code is complete. The page may also have been removed."),
    ),
    405: (
        _l("We could not understand that request"),
        _l("Go back and try again. What you typed is still in the page you came from."),
    ),
    409: (
        _l("Somebody else changed this at the same time"),
        _l("Go back, look at what changed, and make your change again."),
    ),
    413: (
        _l("That is too large to send"),
        _l("Go back and send something smaller. Nothing that was saved before is lost."),
    ),
    422: (
        _l("Something in the form needs to be put right"),
        _l("Go back and check what you wrote. Nothing that was saved before is lost."),
    ),
    429: (
        _l("Too many tries in a short time"),
        _l("Wait a few minutes and try again. Nothing that was saved before is lost."),
    ),
    500: (
        _l("Something went wrong on our side"),
        _l("Wait a little and try again. Everything that was saved before is safe."),
    ),
}
"""A heading and a sentence of advice for each kind of error."""


def page(status: int, advice: str | None = None) -> Response:
    """The error page for an HTTP status, in the language of the request."""
    heading, usual = WORDS.get(status, WORDS[500 if status >= 500 else 400])
    return render("errors/error.html", status, heading=heading, advice=advice or usual)


def set_up(app: Flask) -> None:
    """Answer every error with a page of ours."""

    @app.errorhandler(Forged)
    def csrf_failed(error: Forged) -> Response:
        advice = _l(
            "The page was open for a long time, or cookies are turned off. "
            "Go back, load the page again and send the form once more."
        )
        return page(400, str(advice))

    @app.errorhandler(HTTPException)
    def http_failed(error: HTTPException) -> Response:
        if error.code is None or error.code < 400:
            return error.get_response()  # type: ignore[return-value]
        response = page(error.code)
        if error.code == 405 and error.get_response().headers.get("Allow"):
            response.headers["Allow"] = error.get_response().headers["Allow"]
        return response

    @app.errorhandler(errors.NotFound)
    def not_found(error: errors.NotFound) -> Response:
        return page(404)

    @app.errorhandler(errors.NotAllowed)
    def not_allowed(error: errors.NotAllowed) -> Response:
        return page(403)

    @app.errorhandler(errors.Conflict)
    def conflict(error: errors.Conflict) -> Response:
        return page(409, say(error.problem))

    @app.errorhandler(errors.DomainError)
    def refused(error: errors.DomainError) -> Response:
        return page(422, say(error.problem))

    @app.errorhandler(Exception)
    def crashed(error: Exception) -> Response:
        if app.config.get("PROPAGATE_EXCEPTIONS") or (
            app.testing and app.config.get("PROPAGATE_EXCEPTIONS") is not False
        ):
            raise error
        log.error("crashed", exc_info=error)
        return page(500)
