"""A mail server of our own on this machine, that takes one e-mail at a time and keeps it."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class PostOffice(socketserver.ThreadingTCPServer):
    """Where tests send e-mail; `refuses` makes it turn every recipient away."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *, refuses: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Counter)
        self.refuses = refuses
        self.received: list[tuple[str, bytes]] = []
        self.asked = 0
        self.open = threading.Event()
        self.open.set()

    def hold(self) -> None:
        """Take calls from now on, and say nothing to them."""
        self.open.clear()

    def let_go(self) -> None:
        """Answer again."""
        self.open.set()

    @property
    def url(self) -> str:
        """Its address as the setting has it."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Counter(socketserver.StreamRequestHandler):
    """One conversation."""

    server: PostOffice

    def handle(self) -> None:
        """Answer line by line."""
        self.server.asked += 1
        self.server.open.wait()
        with contextlib.suppress(OSError):  # the caller has gone
            self._talk()

    def _talk(self) -> None:
        self._say("220 ready")
        to = ""
        while line := self.rfile.readline().decode().strip():
            word = line.split(" ")[0].upper()
            if word in ("EHLO", "HELO"):
                self._say("250-here")
                self._say("250 8BITMIME")
            elif word == "RCPT" and self.server.refuses:
                self._say(f"550 no such person as {line}")
            elif word == "RCPT":
                to = line.split("<")[1].rstrip(">")
                self._say("250 fine")
            elif word == "DATA":
                self._say("354 go on")
                letter = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    letter += part
                self.server.received.append((to, letter))
                self._say("250 taken")
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def open_post_office(*, refuses: bool = False) -> Iterator[PostOffice]:
    """A post office that is open meanwhile."""
    with PostOffice(refuses=refuses) as office:
        thread = threading.Thread(target=office.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield office
        finally:
            office.let_go()
            office.shutdown()
            thread.join()
