"""Who may import whom: rooms depend downwards only (DESIGN.md section 2)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent.parent / "coprod_survey"
FEATURES = {
    "accounts",
    "projects",
    "design",
    "distribution",
    "responses",
    "results",
    "exports",
    "admin",
    "feedback",
    "translation",
    "review",
    "entry",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> list[str]:
    """The dotted names of all that a module imports, ours written from the package's name on."""
    here = ["coprod_survey", *path.relative_to(PACKAGE).with_suffix("").parts]
    package = here if path.name == "__init__.py" else here[:-1]
    package = package[:-1] if path.name == "__init__.py" and package[-1] == "__init__" else package
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*package[: len(package) - node.level + 1], node.module or ""]).rstrip(".")
                if node.level
                else node.module or ""
            )
            names += [f"{base}.{alias.name}" for alias in node.names]
    return names


def layer(path: Path) -> tuple[str, str]:
    """The room of a module and what it is in it: views, forms, actions, queries, models ..."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0], parts[1] if len(parts) > 1 else ""


def broken(path: Path) -> list[str]:
    """The sentences of the design that a module's imports break."""
    room, kind = layer(path)
    faults = []
    for name in imports(path):
        parts = name.split(".")
        ours = parts[0] == "coprod_survey"
        there = parts[1] if ours and len(parts) > 1 else ""
        if room in ("questionnaire", "analysis"):
            if parts[0] in ("flask", "sqlalchemy", "flask_sqlalchemy", "flask_babel"):
                faults.append(f"{room} is pure and knows no {parts[0]}")
            if ours and there not in ("questionnaire", "analysis"):
                faults.append(
                    f"{room} stands at the bottom and imports only questionnaire and analysis, not {name}"
                )
        if (
            kind in ("actions", "queries")
            and parts[0] == "flask"
            and parts[-1] in ("request", "session", "g")
        ):
            faults.append(f"{kind} never read {parts[-1]}")
        if (
            kind in ("actions", "queries", "models")
            and ours
            and (there in ("web", "cli") or parts[2:3] in (["views"], ["forms"]))
        ):
            faults.append(f"{kind} do not look up to {name}")
        if kind == "models" and ours and parts[2:3] in (["actions"], ["queries"]):
            faults.append(f"models do not import {name}")
    return [f"{path.relative_to(PACKAGE)}: {fault}" for fault in faults]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_downwards_only(path: Path) -> None:
    assert broken(path) == []
