"""Pictures beside questions: the same for every language, and kept by browsers for good."""

from __future__ import annotations

from flask import Blueprint, Response

from ..accounts.policy import Permission
from ..web.access import permit
from . import queries
from .reading import ENDINGS

AGE = 365 * 24 * 60 * 60
"""For how many seconds a browser keeps a picture: what a name stands for never changes."""

TYPES = {ending: kind for kind, ending in ENDINGS.items()}

pictures = Blueprint("pictures", __name__, url_prefix="/pictures")
blueprints = (pictures,)


@pictures.get("/<file>")
@permit(Permission.PUBLIC)
def show(file: str) -> Response:
    """One picture."""
    response = Response(queries.data_of(file), mimetype=TYPES[file.rpartition(".")[2]])
    response.cache_control.public = True
    response.cache_control.max_age = AGE
    response.cache_control.immutable = True
    return response
