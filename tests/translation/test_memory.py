"""What was translated before is found again, comes in and goes out as TMX."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest

from coprod_survey.accounts.models import User
from coprod_survey.interchange.tmx import Pair, from_tmx, to_tmx
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.text import Text
from coprod_survey.translation import memory_actions, memory_queries
from coprod_survey.translation.memory import Memory, Remembered
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor

HERE = Text(cy="Arolwg", en="Survey")


def memory(*pairs: tuple[str, str]) -> Memory:
    return Memory(Remembered(Text.both(cy, en), HERE) for cy, en in pairs)


def test_the_same_words_come_first_then_those_that_are_alike() -> None:
    found = memory(
        ("Faint o lais oedd gennych?", "How much of a say did you have?"),
        ("Faint o lais oedd gan bobl?", "How much of a say did people have?"),
        ("Croeso", "Welcome"),
    ).matches("how much of a  say did you have?", "en")
    assert [(m.target, m.percent == 100) for m in found] == [
        ("Faint o lais oedd gennych?", True),
        ("Faint o lais oedd gan bobl?", False),
    ]
    assert 60 <= found[1].percent < 100


def test_it_can_be_asked_in_welsh_and_for_nothing() -> None:
    asked = memory(("Croeso", "Welcome"))
    assert [m.target for m in asked.matches("CROESO", "cy")] == ["Welcome"]
    assert asked.matches("", "cy") == []
    assert asked.matches("Rhywbeth cwbl wahanol", "cy") == []


def test_a_large_memory_answers_at_once() -> None:
    words = [
        "people",
        "services",
        "design",
        "together",
        "learn",
        "time",
        "hear",
        "say",
        "part",
        "group",
        "change",
        "home",
    ]
    pairs = [
        (f"Brawddeg {n}", " ".join(words[(n * k) % len(words)] for k in range(1, 9)) + f" {n}")
        for n in range(20_000)
    ]
    large = memory(*pairs)
    begun = time.perf_counter()
    for n in range(10):
        assert large.matches(pairs[n * 50][1], "en")[0].percent == 100
        assert large.matches("people design the services together 77", "en") is not None
    assert (time.perf_counter() - begun) / 20 < 0.1


def test_checked_sentences_of_the_project_and_the_library_are_remembered(app: object) -> None:
    project = make_project()
    document = make_document(title=Text(cy="Heb ei wirio", en="Never checked by anybody"))
    make_survey(project, document)
    found = memory_queries.memory_of(project.id)
    assert found.matches("Were you heard?", "en")[0].target == "A gawsoch chi eich clywed?"
    title = library.load("evaluation").title
    assert found.matches(title.en, "en")[0].target == title.cy
    assert all(m.percent < 100 for m in found.matches("Never checked by anybody", "en"))
    assert "Welcome" not in [e.text.en for e in memory_queries.memory_of(make_project().id).all[:1]]


def test_a_tmx_goes_out_and_comes_back_the_same() -> None:
    pairs = [Pair("Croeso & hwyl\n<b>", "Welcome & fun\n<b>"), Pair("Da", "Good", "cy")]
    assert from_tmx(to_tmx(pairs)) == pairs


def test_a_tmx_is_added_downloaded_and_removed(
    visitor_as: Callable[[User], Visitor],
) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project, "translator"))
    address = f"/cy/projects/{project.id}/translation-memory"
    visitor.open(address)
    data = to_tmx([Pair("Bws y wlad", "The country bus"), Pair("Trên", "Train")])
    page = visitor.submit("Ychwanegu at y cof", file=(io.BytesIO(data), "cof.tmx"))
    assert "cof.tmx" in page.text
    sent = from_tmx(visitor.open(f"{address}/download").data)
    assert Pair("Bws y wlad", "The country bus") in sent
    assert memory_queries.memory_of(project.id).matches("The country bus", "en")[0].percent == 100
    visitor.open(address)
    visitor.submit(action="/remove")
    assert Pair("Bws y wlad", "The country bus") not in from_tmx(
        visitor.open(f"{address}/download").data
    )


@pytest.mark.parametrize(
    "data", [b"", b"<tmx", b"<tmx version='1.4'/>", b"PK\x03\x04", "Ĥ".encode("utf-16")]
)
def test_what_is_no_memory_is_a_plain_error(
    visitor_as: Callable[[User], Visitor], data: bytes
) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}/translation-memory")
    page = visitor.submit("Add to the memory", file=(io.BytesIO(data), "x.tmx"), status=422)
    assert len(page.errors) == 1


def test_somebody_elses_file_is_not_theirs_to_remove(app: object) -> None:
    from coprod_survey.errors import NotFound

    project, other = make_project(), make_project()
    data = to_tmx([Pair("Trên", "Train")])
    memory_actions.give(project_id=project.id, name="a.tmx", data=data, by=None)
    [batch] = memory_queries.batches(project.id)
    with pytest.raises(NotFound):
        memory_actions.take_away(project_id=other.id, batch=batch.batch, by=None)
    assert memory_queries.batches(project.id) == [batch]
