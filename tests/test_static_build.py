"""Built files: small, compressed, named by what is in them, and complete."""

from __future__ import annotations

import json
from pathlib import Path

import brotli
import pytest

from coprod_survey import static_build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    static_build.build(folder)
    return folder


def named(built: Path, name: str) -> Path:
    return built / json.loads((built / "manifest.json").read_text(encoding="utf-8"))[name]


@pytest.mark.parametrize(
    "name", ["answer.css", "staff.css", "site.js", "kiosk.js", "studio.js", "favicon.svg"]
)
def test_every_file_has_its_compressed_forms(built: Path, name: str) -> None:
    path = named(built, name)
    assert brotli.decompress(Path(f"{path}.br").read_bytes()) == path.read_bytes()
    assert Path(f"{path}.gz").exists()


def test_building_again_changes_no_name_and_leaves_nothing_over(built: Path) -> None:
    (built / "answer.00000000.css").write_text("an older style")
    before = {path.name for path in built.iterdir()} - {"answer.00000000.css"}
    static_build.build(built)
    assert {path.name for path in built.iterdir()} == before


def test_what_a_question_page_loads_is_small(built: Path) -> None:
    weight = {
        name: Path(f"{named(built, name)}.br").stat().st_size
        for name in ("answer.css", "site.js", "favicon.svg")
    }
    assert weight["answer.css"] <= 7_700
    assert sum(weight.values()) <= 22_600


def test_our_styles_load_nothing_from_anywhere(built: Path) -> None:
    for name in ("answer.css", "staff.css"):
        css = named(built, name).read_text(encoding="utf-8")
        assert "url(" not in css
        assert "GDS Transport" not in css


def test_our_scripts_leave_comments_and_space_behind(built: Path) -> None:
    script = named(built, "kiosk.js").read_text(encoding="utf-8")
    assert "//" not in script.replace("://", "") and "\n" not in script
    assert len(script) < len((static_build.STATIC / "kiosk.js").read_text(encoding="utf-8")) / 2
