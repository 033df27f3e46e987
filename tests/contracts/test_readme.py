"""What the README says about settings is what `config.py` does."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

import config
from coprod_survey.questionnaire.questions import TYPES

THEIRS = {"db", "limiter"}
"""Commands that libraries bring, with documentation of their own."""


def row(setting: config.Setting) -> str:
    """A setting's line in the table of the README."""
    default = setting.default.removeprefix(f"{config.ROOT}/")
    shown = f"`{default}`" if default else "(empty)"
    return f"| `{setting.variable}` | {shown} | {setting.meaning} |"


@pytest.mark.parametrize("name", config.SETTINGS)
def test_every_setting_stands_in_the_readme(root: Path, name: str) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert row(config.SETTINGS[name]) in readme.splitlines(), "copy this line into the README"


def test_the_readme_tells_of_no_setting_that_is_gone(root: Path) -> None:
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    told = {line for line in lines if line.startswith("| `COPROD_")}
    assert told == {row(setting) for setting in config.SETTINGS.values()}


def test_every_kind_of_question_stands_in_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert [kind for kind in TYPES if f"`{kind}`" not in readme] == []


def test_every_command_stands_in_the_readme(root: Path, app: Flask) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    ours = {name: command for name, command in app.cli.commands.items() if name not in THEIRS}
    told = set()
    for name, command in ours.items():
        told |= {f"{name} {sub}" for sub in getattr(command, "commands", {})} or {name}
    assert [command for command in sorted(told) if f"`flask {command}" not in readme] == []
