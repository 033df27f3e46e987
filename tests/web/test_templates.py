"""Compiled templates are kept for the next process, and never in the way."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from coprod_survey import create_app
from coprod_survey.web import ready, templates


def an_app(folder: Path) -> Flask:
    """An application of a process that has just started."""
    settings: dict[str, Any] = {"TESTING": True, "LOG_LEVEL": "WARNING", "INSTANCE": str(folder)}
    return create_app({**settings, "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/test.db"})


def compiled(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that the application compiles from now on."""
    names: list[str] = []
    compile_ = app.jinja_env.compile

    def counting(source: Any, name: Any = None, *rest: Any, **more: Any) -> Any:
        names.append(name)
        return compile_(source, name, *rest, **more)

    monkeypatch.setattr(app.jinja_env, "compile", counting)
    return names


def front(app: Flask) -> str:
    with app.test_request_context("/en/"):
        return app.jinja_env.get_template("components/input.html").module.input("a", "B")  # type: ignore[attr-defined, no-any-return]


def test_what_one_process_compiles_no_other_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = an_app(tmp_path), an_app(tmp_path)
    first, second = compiled(one, monkeypatch), compiled(other, monkeypatch)
    assert front(one) == front(other)
    assert "components/input.html" in first
    assert second == []
    assert (tmp_path / templates.FOLDER).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("left", [b"", b"j2", None], ids=["nothing", "a beginning", "half"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, left: bytes | None) -> None:
    words = front(an_app(tmp_path))
    for file in (tmp_path / templates.FOLDER).iterdir():
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if left is None else left)
    assert front(an_app(tmp_path)) == words


def test_a_template_that_was_changed_is_compiled_again(tmp_path: Path) -> None:
    cache = an_app(tmp_path).jinja_env.bytecode_cache
    assert cache
    assert cache.get_source_checksum("one") != cache.get_source_checksum("other")


def test_a_folder_in_which_others_may_write_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / templates.FOLDER
    folder.mkdir()
    folder.chmod(0o777)
    app = an_app(tmp_path)
    assert app.jinja_env.bytecode_cache is None
    assert front(app)
    assert list(folder.iterdir()) == []


def test_where_there_is_no_room_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / templates.FOLDER).write_text("no folder")
    app = an_app(tmp_path)
    assert app.jinja_env.bytecode_cache is None
    assert front(app)


def test_a_folder_that_goes_away_breaks_no_page(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    (tmp_path / templates.FOLDER).rmdir()
    assert front(app)


def test_a_server_has_every_template_at_hand(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = an_app(tmp_path)
    monkeypatch.setattr(ready, "_spare_collecting", lambda: None)
    ready.get_ready(app)
    names = compiled(app, monkeypatch)
    for file in (root / "templates").rglob("*.html"):
        app.jinja_env.get_template(file.relative_to(root / "templates").as_posix())
    assert names == []


def test_the_readme_names_what_servers_call(root: Path) -> None:
    found = re.search(r"'coprod_survey\.web\.ready:(\w+)\(\)'", (root / "README.md").read_text())
    assert found
    assert callable(getattr(ready, found[1]))
