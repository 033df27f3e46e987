"""Our own words in templates: looked up in the catalogue of the page's language, and nothing else.

Flask-Babel finds out locale, time zone and domain anew for each sentence. A page has dozens, and
its language stands in its address; so templates ask the catalogue directly.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from babel.support import NullTranslations, Translations
from flask import Flask
from markupsafe import Markup

from ..questionnaire.text import Language, other_language
from .assets import MissingBuiltFiles
from .language import both, current
from .numbers import in_figures

OTHER = ' <span class="app-other" lang="{}">{}</span>'
"""How words in the other language stand below those of the page."""


def set_up(app: Flask) -> None:
    """Let `_`, `_both` and `ngettext` in templates look in the catalogue of the page's language.

    `_both` puts the sentence in the other language below it where a person sees both.
    """
    directory = app.config["BABEL_TRANSLATION_DIRECTORIES"]

    def gettext(message: str, **values: Any) -> Markup:
        lang = current()
        return _fill(_load(directory, lang).ugettext(message), values, lang)

    def ngettext(one: str, many: str, number: int, **values: Any) -> Markup:
        lang = current()
        words = _load(directory, lang).ungettext(one, many, number)
        return _fill(words, {"num": number, **values}, lang)

    def gettext_both(message: str, **values: Any) -> Markup:
        here = gettext(message, **values)
        if not both():
            return here
        other = other_language(cast(Language, current()))
        there = _fill(_load(directory, other).ugettext(message), values, other)
        return here + Markup(OTHER).format(other, there)

    app.jinja_env.globals.update(_=gettext, _both=gettext_both, gettext=gettext, ngettext=ngettext)


def _fill(words: str, values: dict[str, Any], lang: str) -> Markup:
    """The sentence with its placeholders filled; what fills them is escaped, and whole numbers
    have the separators of the language."""
    return Markup(words) % in_figures(values, lang) if "%" in words else Markup(words)


@lru_cache(maxsize=8)
def _load(directory: str, lang: str) -> NullTranslations:
    if lang == "cy" and not (Path(directory) / "cy" / "LC_MESSAGES" / "messages.mo").exists():
        raise MissingBuiltFiles  # else pages would turn English without a word
    return Translations.load(directory, [lang])
