"""Sessions live in a cookie that only we can make, and that ends with its time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from itsdangerous import BadSignature

from coprod_survey.web.sessions import Seal

KEPT = {
    "csrf_token": "t",
    "_user_id": "1:ab",
    "_fresh": True,
    "_flashes": [["message", "Cadwyd ŵ"]],
}


def test_what_was_kept_comes_back() -> None:
    seal = Seal("a secret")
    first, second = (seal.loads(seal.dumps(KEPT), max_age=60) for _ in range(2))
    assert first == second == KEPT
    first["csrf_token"] = "changed by one request"
    assert second == KEPT


@pytest.mark.parametrize(
    "cookie",
    [
        lambda: "",
        lambda: "rubbish",
        lambda: "a.b.c",
        lambda: "ŵ.ŵ.ŵ",
        lambda: Seal("another secret").dumps(KEPT),
        lambda: Seal("a secret").signer.sign(b"!!!").decode(),
        lambda: Seal("a secret").signer.sign(b"bm90IGpzb24").decode(),
        lambda: Seal("a secret").signer.sign(b"WzFd").decode(),  # a list is no session
        lambda: Seal("a secret").dumps(KEPT)[1:],
    ],
)
def test_a_cookie_that_we_did_not_make_is_no_session(cookie: Callable[[], str]) -> None:
    seal = Seal("a secret")
    for _ in range(2):
        with pytest.raises(BadSignature):
            seal.loads(cookie(), max_age=60)


def test_a_session_ends_with_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    seal = Seal("a secret")
    cookie = seal.dumps(KEPT)
    assert seal.loads(cookie, max_age=60) == KEPT  # it is known from now on, and ends all the same
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    with pytest.raises(BadSignature):
        seal.loads(cookie, max_age=60)
