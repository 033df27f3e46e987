"""`dev.py test` finds or names what the tests need, and counts what they said."""

from __future__ import annotations

import pytest

from devtools import commands, needs, testing
from devtools.needs import Need
from devtools.run import Trouble


def test_what_cannot_be_had_is_named_in_one_line_with_the_way_around(monkeypatch):
    missing = (
        Need("nu", "a Java runtime", lambda: None, ("java",)),
        Need("office", "LibreOffice", lambda: None, ("office",)),
        Need("postgres", "PostgreSQL", lambda: "/here", ("postgresql",)),
    )
    monkeypatch.setattr(needs, "NEEDS", missing)
    monkeypatch.setattr(needs, "_can_use_apt", lambda: False)
    with pytest.raises(Trouble) as trouble:
        needs.meet()
    assert str(trouble.value) == (
        "The tests need a Java runtime (Debian: java), LibreOffice (Debian: office)."
        " Install it, or leave those tests out: --without nu,office"
    )
    assert needs.meet(without=("nu", "office")) == {}


def test_what_is_missing_is_fetched_where_it_can_be(monkeypatch):
    there: list[str] = []
    need = Need("office", "LibreOffice", lambda: there[0] if there else None, ("office",))
    monkeypatch.setattr(needs, "NEEDS", (need,))
    monkeypatch.setattr(needs, "_can_use_apt", lambda: True)
    monkeypatch.setattr(needs, "run", lambda *command, **_: there.append(" ".join(command)))
    needs._update_lists.cache_clear()
    needs.meet()
    assert there == ["apt-get update", "apt-get install -y --no-install-recommends office"]


def test_the_counts_come_from_pytests_own_report(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="10" failures="1" errors="1" skipped="3"/></testsuites>',
        encoding="utf-8",
    )
    assert testing._count(report) == testing.Counts(passed=5, failed=2, skipped=3)


@pytest.mark.parametrize("lint", [0, 1])
def test_one_failure_fails_it_all_and_the_last_line_counts(monkeypatch, capfd, lint):
    monkeypatch.setattr(testing, "follow", lambda *command, **_: lint if "ruff" in command else 0)
    assert testing._summarise({"Tests": lambda: (0, testing.Counts(7, 0, 0))}) == lint
    lines = capfd.readouterr().out.splitlines()
    assert ("Lint: FAILED" in lines) == bool(lint)
    assert lines[-1] == "7 passed, 0 failed"


def test_only_known_names_can_be_left_out(capsys):
    with pytest.raises(SystemExit):
        commands.main(["test", "--without", "browser,tests"])
    assert "tests: only these can be left out" in capsys.readouterr().err


def test_ctrl_c_ends_without_a_traceback(monkeypatch, capsys):
    def press(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "_prepare", press)
    assert commands.main(["setup"]) == 130
    assert capsys.readouterr().err == "\n"
