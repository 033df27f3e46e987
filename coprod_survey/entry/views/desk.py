"""A desk: somebody with a paper of theirs in hand, and what has been entered of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, cast

from flask import Response, current_app, flash, g, url_for
from flask_babel import gettext as _

from ...design import queries as design
from ...questionnaire.text import Language
from ...responses import keys
from ...responses import queries as responses
from ...responses.keys import Key
from ...responses.queries import Progress
from ...web.htmx import see_other
from .. import queries
from ..models import Paper

View = Callable[..., Response]


class Desk(NamedTuple):
    """A paper, the key of its answers, and the answers as far as they have come."""

    paper: Paper
    key: Key
    row: Progress

    @property
    def lang(self) -> Language:
        """The language of the paper."""
        return cast(Language, self.paper.language)


def at_desk(view: View) -> View:
    """Give the view the `Desk` with the paper in the address, if the person entered it themselves.

    Everybody else, and who comes when the survey is archived, is led back to the list. Raises
    `NotFound` for a paper of another survey.
    """

    @wraps(view)
    def sit_down(project_id: int, survey_id: int, paper_id: str, **values: Any) -> Response:
        survey = design.survey(project_id=project_id, survey_id=survey_id)
        paper = queries.paper(survey_id=survey_id, paper_id=paper_id)
        key = keys.paper_key(paper.id, secret_key=current_app.config["SECRET_KEY"])
        row = responses.progress(key)
        if paper.by_id != g.user.id:
            flash(_("That paper was entered by somebody else, and only they can open it."))
        elif not survey.archived_at and row is not None:
            return view(Desk(paper, key, row), **values)
        return see_other(url_for("entry.papers"))

    return sit_down
