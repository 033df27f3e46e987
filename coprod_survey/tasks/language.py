"""The language in which work in the background is done: that of the person it is for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, g
from flask_babel import force_locale

from ..questionnaire.text import Language


@contextmanager
def speaking(app: Flask, lang: Language) -> Iterator[None]:
    """A fresh application context in which sentences, templates and addresses are in `lang`.

    Neither the request that asked for the work nor the environment of the worker has a say in it.
    """
    with app.app_context():
        g.lang = lang
        with force_locale(lang):
            yield
