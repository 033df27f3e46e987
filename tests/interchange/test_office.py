"""LibreOffice opens the Excel and the Word file, and gives back every word as it was."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from coprod_survey.interchange import formats
from coprod_survey.interchange.units import stamp_of, units_of
from coprod_survey.questionnaire import library
from tests.exports.test_office import convert
from tests.interchange.saying import KNOWN, say

pytestmark = pytest.mark.office


def has_writer() -> bool:
    """Whether this LibreOffice has its Writer; on Debian it is a package of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    folder = Path(office).resolve().parent if office else Path()
    return any((folder / name).exists() for name in ("libswlo.so", "libswlo.dylib", "swlo.dll"))


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_libreoffice_saves_what_we_wrote(kind: str, tmp_path: Path) -> None:
    if kind == "docx" and not has_writer():
        pytest.skip("needs LibreOffice Writer (Debian: libreoffice-writer-nogui)")
    document = library.load("every-kind")
    stamp = stamp_of(document, survey=1, revision=1, source="en")
    units = units_of(document, "en", say)
    file = tmp_path / f"survey.{kind}"
    file.write_bytes(formats.FORMATS[kind].write(stamp, units, say, "Title", "en"))
    try:
        convert(file, kind)
    except subprocess.CalledProcessError as error:
        raise AssertionError(error.stderr) from error
    sent = formats.read((tmp_path / "out" / file.name).read_bytes(), KNOWN)
    assert sent.stamp == stamp
    expected = [(u.key, u.source, u.target, u.state, u.context) for u in units]
    assert [(u.key, u.source, u.target, u.state, u.context) for u in sent.units] == expected
