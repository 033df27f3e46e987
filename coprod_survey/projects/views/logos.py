"""The logos of organisations: the same for every language, and kept by browsers for a while."""

from __future__ import annotations

from flask import Response, abort, request

from ...accounts.policy import Permission
from ...web.access import permit
from .. import queries
from . import pictures

AGE = 3600
"""For how many seconds a browser keeps a logo before it asks whether it is still the same."""


@pictures.get("/<int:organisation_id>/logo")
@permit(Permission.PUBLIC)
def logo(organisation_id: int) -> Response:
    """An organisation's logo."""
    found = queries.logo_of(organisation_id)
    if found is None:
        abort(404)
    response = Response(found.data, mimetype=found.type)
    response.cache_control.public = True
    response.cache_control.max_age = AGE
    response.add_etag()
    response.make_conditional(request)
    return response
