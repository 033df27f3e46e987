"""What the README says about settings is what `config.py` does."""

from __future__ import annotations

from pathlib import Path

import pytest

import config


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
