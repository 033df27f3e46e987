"""The security headers of every answer."""

from __future__ import annotations

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


def set_up(app: Flask) -> None:
    """Add the headers to whatever is sent."""
    usual = dict(HEADERS)
    if app.config["ENVIRONMENT"] == "production":
        usual["Strict-Transport-Security"] = "max-age=31536000"

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name in usual.keys() & response.headers.keys():
            del response.headers[name]
        response.headers.extend(usual)
        if request.endpoint and "Cache-Control" not in response.headers:
            # People answer on shared tablets: no page stays behind in a cache.
            response.headers["Cache-Control"] = "no-store"
        if response.mimetype == "text/html" and "lang" in (
            request.url_rule.arguments if request.url_rule else ()
        ):
            response.headers["Content-Language"] = request.path.split("/", 2)[1]
        return response
