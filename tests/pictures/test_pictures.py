"""Pictures that people send: made anew, kept once, and shown to everybody."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from coprod_survey.errors import NotFound, Refused
from coprod_survey.extensions import db
from coprod_survey.pictures import queries, reading
from coprod_survey.pictures.actions import keep
from coprod_survey.pictures.models import Picture
from coprod_survey.questionnaire.questions.base import PICTURE_FILE
from tests.factories import make_picture, picture_file
from tests.visitor import Visitor


def opened(file: str) -> Image.Image:
    return Image.open(io.BytesIO(queries.data_of(file)))


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg")])
def test_a_picture_is_named_by_what_is_in_it(app: Flask, kind: str, ending: str) -> None:
    file = make_picture(kind=kind)
    assert PICTURE_FILE.fullmatch(file) and file.endswith(ending)
    assert make_picture(kind=kind) == file
    assert make_picture(41, kind=kind) != file
    assert db.session.query(Picture).count() == 2


def test_a_large_picture_is_made_smaller(app: Flask) -> None:
    assert opened(make_picture(4000)).size[0] == 1200
    assert opened(make_picture(300)).size == (300, 30)


def test_nothing_but_the_pixels_is_kept(app: Flask) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my street"
    file = keep(picture_file(kind="JPEG", exif=exif.tobytes(), comment=b"my name"))
    data = queries.data_of(file)
    assert b"my street" not in data and b"my name" not in data
    assert not opened(file).getexif()


def test_a_heavy_picture_without_transparency_becomes_a_light_one(app: Flask) -> None:
    noise = Image.effect_noise((900, 900), 80).convert("RGB")
    sent = io.BytesIO()
    noise.save(sent, "PNG")
    made = reading.read_picture(sent.getvalue(), fit=(1200, 1600), field="file")
    assert made.type == "image/jpeg" and len(made.data) < len(sent.getvalue())
    noise.putalpha(40)
    sent = io.BytesIO()
    noise.save(sent, "PNG")
    assert reading.read_picture(sent.getvalue(), fit=(1200, 1600), field="file").ending == "png"


def test_a_photograph_with_a_second_one_in_its_file_is_read(app: Flask) -> None:
    second = Image.new("RGB", (40, 30), "red")
    sent = picture_file(kind="MPO", save_all=True, append_images=[second])
    assert Image.open(io.BytesIO(sent)).format == "MPO"
    assert opened(keep(sent)).format == "JPEG"


BROKEN_EXIF = (
    b"MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x1a\0\x02\0\0\0\x04abc\0\0\0\0\0"
)
"""Says that the picture is to be turned, and that it has so many dots an inch: “abc”."""


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (b"", reading.NOT_A_PICTURE),
        (b"<svg onload=alert(1)>", reading.NOT_A_PICTURE),
        (b"<!doctype html><script>", reading.NOT_A_PICTURE),
        (picture_file(kind="GIF"), reading.NOT_A_PICTURE),
        (picture_file()[:60], reading.NOT_A_PICTURE),
        (picture_file(kind="JPEG")[:200], reading.NOT_A_PICTURE),
        (picture_file(exif=BROKEN_EXIF), reading.NOT_A_PICTURE),
        (picture_file(5001), reading.TOO_MANY_PIXELS),
        (picture_file() + b"0" * reading.LARGEST_FILE, reading.TOO_LARGE),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value[:20],
)
def test_what_is_no_picture_is_refused_in_words(app: Flask, sent: bytes, message: str) -> None:
    with pytest.raises(Refused) as refused:
        keep(sent)
    assert refused.value.problem.message == message
    assert refused.value.problem.field == "file"
    assert db.session.query(Picture).count() == 0


def test_everybody_sees_a_picture_and_a_browser_keeps_it_for_good(visitor: Visitor) -> None:
    file = make_picture()
    answer = visitor.client.get(f"/pictures/{file}")
    assert answer.status_code == 200 and answer.mimetype == "image/png"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("name", ["../config.py", "a.png", "0" * 32 + ".svg", "0" * 32 + ".png"])
def test_only_the_names_of_pictures_lead_to_a_file(visitor: Visitor, name: str) -> None:
    assert visitor.client.get(f"/pictures/{name}").status_code == 404
    with pytest.raises(NotFound):
        queries.data_of(name)


def test_ready_made_surveys_bring_their_pictures(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "READY_MADE", tmp_path)
    (tmp_path / f"{'0' * 32}.png").write_bytes(b"a picture")
    assert queries.data_of(f"{'0' * 32}.png") == b"a picture"
