"""What the first question page weighs on the wire, with everything that it loads."""

from __future__ import annotations

import http.client
import re
from pathlib import Path
from urllib.parse import urljoin

from . import store
from .client import Session
from .figures import Figure
from .processes import free_port, server

LOADED = re.compile(
    r"<link\b(?=[^>]*rel=\"(?:stylesheet|icon)\")[^>]*href=\"([^\"]+)\""
    r"|<(?:script|img)\b[^>]*src=\"([^\"]+)\""
)
FROM_STYLES = re.compile(r"url\(\"?([^\")]+)\"?\)")


def measure(folder: Path) -> list[Figure]:
    """Open the first question page as a new visitor's browser would, and weigh what comes."""
    store.make(folder)
    port = free_port()
    command = ["-m", "coprod_survey", "serve", "--port", str(port)]
    with server(command, port, "/healthz", store.settings(folder)):
        session = Session(port, 1)
        session.get(f"/en/s/{store.CODE}")
        session.post(*session.form())
        cookie = "; ".join(f"{k}={v}" for k, v in session.cookies.items())
        html, body, head = _load(port, session.address, cookie)
        loaded = [urljoin(session.address, link or source) for link, source in LOADED.findall(html)]
        parts = {session.address: (body, head)}
        while loaded:
            address = loaded.pop()
            if address in parts or address.startswith("data:"):
                continue
            text, part_body, part_head = _load(port, address, cookie)
            parts[address] = (part_body, part_head)
            if address.endswith(".css"):
                loaded += [urljoin(address, found) for found in FROM_STYLES.findall(text)]
    return [
        Figure("first question page: HTML", len(html.encode()) / 1024, "KiB"),
        Figure("first question page: HTML, compressed", body / 1024, "KiB"),
        Figure("first question page: requests", len(parts), ""),
        Figure(
            "first question page: all that it loads, compressed",
            sum(part[0] for part in parts.values()) / 1024,
            "KiB",
        ),
        Figure(
            "first question page: the same with HTTP headers",
            sum(sum(part) for part in parts.values()) / 1024,
            "KiB",
        ),
    ]


def _load(port: int, address: str, cookie: str) -> tuple[str, int, int]:
    """A file's text where it is text, the bytes of its body on the wire, and of its headers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", address, headers={"Accept-Encoding": "br, gzip", "Cookie": cookie})
    response = connection.getresponse()
    data = response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{address} answered {response.status}")
    size = len(data)
    if response.headers.get("Content-Encoding") == "br":
        import brotli

        data = brotli.decompress(data)
    return data.decode("utf-8", "replace"), size, len(response.headers.as_bytes())
