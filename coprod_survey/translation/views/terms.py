"""A project's list of terms."""

from __future__ import annotations

from flask import Response, flash, g, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries
from ..forms import TermForm
from .blueprints import terminology


@terminology.get("")
@permit(Permission.TRANSLATE)
def terms(project_id: int) -> Response:
    """What the project calls things, and the form for a new term."""
    return _page(TermForm())


@terminology.post("")
@permit(Permission.TRANSLATE)
def add_term(project_id: int) -> Response:
    """Add a term."""
    form = TermForm()
    if not form.validate():
        return _page(form, 422)
    _write(project_id, form)
    flash(_("The term was added."))
    return see_other(url_for("terms.terms", project_id=project_id))


@terminology.get("/<int:term_id>")
@permit(Permission.TRANSLATE)
def term(project_id: int, term_id: int) -> Response:
    """The form of a term."""
    found = queries.term_of(project_id=project_id, term_id=term_id)
    return render("translation/term.html", form=TermForm(obj=found), term_id=term_id)


@terminology.post("/<int:term_id>")
@permit(Permission.TRANSLATE)
def write_term(project_id: int, term_id: int) -> Response:
    """Change a term."""
    queries.term_of(project_id=project_id, term_id=term_id)
    form = TermForm()
    if not form.validate():
        return render("translation/term.html", 422, form=form, term_id=term_id)
    _write(project_id, form, term_id)
    return see_other(url_for("terms.terms", project_id=project_id))


@terminology.post("/<int:term_id>/delete")
@permit(Permission.TRANSLATE)
def delete_term(project_id: int, term_id: int) -> Response:
    """Take a term off the list."""
    actions.delete_term(project_id=project_id, term_id=term_id)
    flash(_("The term was deleted."))
    return see_other(url_for("terms.terms", project_id=project_id))


def _write(project_id: int, form: TermForm, term_id: int | None = None) -> None:
    english, welsh, note = (form[name].data or "" for name in ("english", "welsh", "note"))
    actions.write_term(
        project_id=project_id, english=english, welsh=welsh, note=note, term_id=term_id
    )


def _page(form: TermForm, status: int = 200) -> Response:
    listed = queries.terms_of(g.project.id)
    return render("translation/terms.html", status, form=form, terms=listed)
