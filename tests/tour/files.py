"""Files that come back with faults: of a translation, each fault in a row of its own; and of a survey."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec.structs import replace
from playwright.sync_api import Page

from coprod_survey.interchange.po import from_po, to_po
from coprod_survey.interchange.units import Unit

from .places import Places
from .steps import copy, send, sign_in
from .studio import FACILITATOR

LINK = "https://example.org"


def files(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A file for translators that comes back after the survey has changed, and with what it lacks."""
    home = f"/{lang}/projects/{places.project}/surveys"
    sign_in(page, lang, FACILITATOR)
    survey = copy(page, home, places.ready)
    _write(page, f"{survey}/questions/word", **{"text-en": f"Describe it: {LINK}"})
    address = f"{survey}/translation/files/download?kind=po&source=en&extent=whole"
    taken = page.request.get(address).body()
    sheet = page.request.get(address.replace("po", "xlsx")).body()
    _write(page, f"{survey}/questions/voice", **{"text-en": "How much of a say had you?"})
    _write(page, f"{survey}/questions/hours", **{"text-cy": "Sawl awr roesoch chi?"})
    page.goto(f"{survey}/design")
    page.locator("form[action$='/questions/change/arrange'] button[value=delete]").first.click()
    page.goto(f"{survey}/translation/files")
    yield "translation, in files, after the survey has changed"
    stranger = page.request.get(
        f"{home}/{places.published}/translation/files/download?kind=po&source=en&extent=whole"
    ).body()
    for name, data in {
        "of another survey": stranger,
        "with every fault": _faulty(taken),
        "with nothing new": taken,
    }.items():
        _put_in(page, f"{survey}/translation/files", "arolwg.po", data)
        yield f"translation, a file {name}"
    _put_in(page, f"{survey}/translation/files", "arolwg.po", _faulty(taken))
    for tick in page.locator("[name=row]:checked").all():
        tick.uncheck()
    send(page, "/apply")
    yield "translation, a file with every fault, nothing ticked"
    for tick in page.locator("[name=row]").all():
        tick.check()
    send(page, "/apply")
    yield "translation, a file with every fault, one sentence chosen twice"
    _put_in(page, f"{survey}/translation/files", "arolwg.po", _faulty(taken))
    send(page, "/apply")
    yield "translation, a file that was taken in"
    _put_in(page, f"{survey}/translation/files", "arolwg.xlsx", sheet)
    yield "translation, a spreadsheet"
    page.goto(f"{survey}/translation/files")
    yield from _surveys(page, home, survey)


def _write(page: Page, address: str, **words: str) -> None:
    """Write words into the form of a question, and say that both languages say the same."""
    page.goto(address)
    for name, said in words.items():
        page.locator(f"[name={name}]").fill(said)
    if page.locator("[name=same]").count():
        page.locator("[name=same]").check()
    page.locator("main form button[value=save]:visible").last.click()


def _put_in(page: Page, address: str, name: str, data: bytes) -> None:
    page.goto(address)
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    send(page, address.rsplit("/", 1)[-1])


def _faulty(taken: bytes) -> bytes:
    """The file with a fault of each kind."""
    sent = from_po(taken)
    units = {unit.key: unit for unit in sent.units}

    def change(key: str, **values: str) -> None:
        units[key] = replace(units[key], **values)

    change("question.word.text", target="Disgrifiwch y gwaith mewn gair: https://example.com")
    change("question.voice.text", target="Faint o lais a gawsoch chi?")  # its source has changed
    change("question.hours.text", target="Am faint o oriau y buoch chi wrthi?")  # so has this here
    change("question.heard.text", target="")
    change("question.change.text", target="Beth fyddech chi’n ei wella?")  # is there no more
    change("section.more.title", target="M" * 20_000)
    change("section.welcome.title", target="Dewch i mewn", state="checked")
    easy, large = "question.formats.options.easy", "question.formats.options.large"
    change(easy, source=units[large].source, target="Print mawr")
    change("question.formats.text", source="What helps you?", target="Beth sy’n eich helpu?")
    gone = Unit(key="question.nowhere.text", source_lang="en", source="Hm", target="Hm")
    guess = replace(units["section.more.introduction"], key="section.mor.introduction")
    guess = replace(guess, target="Dyna bron y cyfan.")
    twice = replace(units["section.welcome.title"], target="Croeso mawr")
    return to_po(sent.stamp, (*units.values(), gone, guess, twice))


def _surveys(page: Page, home: str, survey: str) -> Iterator[str]:
    """A survey file whose faults are many, one that is from later than us, and one that is sound."""
    whole = json.loads(page.request.get(f"{survey}/file").body())
    faulty = json.loads(json.dumps(whole))
    questions = faulty["survey"]["sections"][0]["questions"]
    questions[0]["type"] = "riddle"
    questions[1]["options"].append(dict(questions[1]["options"][0]))
    questions[2]["code"] = "1 2"
    newer = {**whole, "format": 99}
    for name, data in {"with many faults": faulty, "from later than us": newer}.items():
        _put_in(page, f"{home}/import", "arolwg.json", json.dumps(data).encode())
        yield f"studio, import, a file {name}"
    page.goto(f"{home}/import")
    send(page, "/import")
    yield "studio, import, no file"
    _put_in(page, f"{home}/import", "arolwg.json", json.dumps(whole).encode())
    yield "studio, import, a survey from a file"
