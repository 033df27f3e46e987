"""The thin shell between HTTP and the features."""

from .htmx import render, see_other
from .language import lang_blueprint

__all__ = ["lang_blueprint", "render", "see_other"]
