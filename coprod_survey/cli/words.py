"""`flask words ...`: keep the catalogue of interface words in step with the code."""

from __future__ import annotations

import io
import re
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATE = ROOT / "translations" / "messages.pot"
WELSH = ROOT / "translations" / "cy" / "LC_MESSAGES" / "messages.po"

KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None, "N_": None, "_both": None}
"""What marks a sentence of ours; Babel itself does not know the lazy forms."""

SIX_FORMS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"
"""Welsh counts 0, 1, 2, 3, 6 and all else apart (Unicode CLDR); Babel's own header knows five."""


def extract() -> Catalog:
    """Every sentence of ours in the code and the templates, as a catalogue without translations."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    catalogue = Catalog(project="coprod_survey", charset="utf-8")
    found = extract_from_dir(ROOT, methods, options, keywords=KEYWORDS)
    for _file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def welsh() -> Catalog:
    """The Welsh catalogue as it stands in the repository."""
    with WELSH.open("rb") as file:
        return read_po(file, locale="cy")


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue so that its next change makes a small difference: sorted, no places, no dates."""
    text = io.BytesIO()
    write_po(text, catalogue, width=0, sort_output=True, no_location=True, omit_header=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = (
        'msgid ""\nmsgstr ""\n"Language: cy\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {SIX_FORMS}\\n"\n\n'
    )
    path.write_text(header + text.getvalue().decode(), encoding="utf-8")


def updated() -> Catalog:
    """The Welsh catalogue with exactly the sentences of today: new ones empty, old ones gone."""
    today = extract()
    today.mime_headers = [("Plural-Forms", SIX_FORMS)]  # else two forms are written, as in English
    known = {message.id: message.string for message in welsh()} if WELSH.exists() else {}
    for message in today:
        if message.id in known:
            message.string = known[message.id]
    return today


def compile_welsh() -> Path:
    """Write the compiled catalogue that the pages read."""
    path = WELSH.with_suffix(".mo")
    with path.open("wb") as file:
        write_mo(file, welsh())
    return path


@click.group("words")
def command() -> None:
    """Keep the interface words of both languages in step with the code."""


@command.command("update")
def update() -> None:
    """Gather the sentences of the code and list those that have no Welsh yet."""
    write(extract(), TEMPLATE)
    catalogue = updated()
    write(catalogue, WELSH)
    empty = [m.id for m in catalogue if m.id and not m.string]
    for message in empty:
        click.echo(f"No Welsh yet: {message}")
    click.echo(f"Sentences: {len(catalogue)}. Without Welsh: {len(empty)}.")


@command.command("compile")
def compile_() -> None:
    """Compile the Welsh, so that pages show it."""
    click.echo(f"Compiled {re.sub('^.*/translations/', 'translations/', str(compile_welsh()))}.")
