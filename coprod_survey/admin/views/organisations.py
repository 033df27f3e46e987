"""The organisations that projects belong to."""

from __future__ import annotations

from flask import Response, flash, g, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Refused
from ...projects import queries
from ...projects.actions import organisations as actions
from ...projects.logo import Logo, read_logo
from ...questionnaire.problem import Problem
from ...questionnaire.text import N_
from ...web import render, see_other
from ...web.access import permit
from ..forms import OrganisationForm
from . import bp

ALT_NEEDED = N_("Say in both languages what the logo shows, for people who cannot see it")


@bp.get("/organisations")
@permit(Permission.ADMINISTER)
def organisations() -> Response:
    """Every organisation."""
    return render("admin/organisations.html", organisations=queries.organisations())


@bp.route("/organisations/create", methods=["GET", "POST"])
@permit(Permission.ADMINISTER)
def create_organisation() -> Response:
    """Create an organisation."""
    form = OrganisationForm()
    if form.validate_on_submit():
        try:
            logo = _logo(form, has_one=False)
            actions.create_organisation(details=form.details(), logo=logo, by=g.user)
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("The organisation has been created."))
            return see_other(url_for(".organisations"))
    return render("admin/organisation.html", 422 if form.errors else 200, form=form, edited=None)


@bp.route("/organisations/<int:organisation_id>", methods=["GET", "POST"])
@permit(Permission.ADMINISTER)
def edit_organisation(organisation_id: int) -> Response:
    """Change an organisation's words and its logo."""
    edited = queries.organisation_by_id(organisation_id)
    form = OrganisationForm(obj=edited)
    if form.validate_on_submit():
        keeps = bool(edited.logo_type) and not form.remove_logo.data
        try:
            actions.edit_organisation(
                organisation=edited,
                logo=_logo(form, has_one=keeps),
                details=form.details(),
                remove_logo=form.remove_logo.data,
                by=g.user,
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("The organisation has been changed."))
            return see_other(url_for(".organisations"))
    return render("admin/organisation.html", 422 if form.errors else 200, form=form, edited=edited)


def _logo(form: OrganisationForm, *, has_one: bool) -> Logo | None:
    """The logo that was sent, if one was. Raises `Refused` for a logo that nothing describes."""
    sent = form.sent_logo()
    alt = form.texts("logo_alt")
    if (sent or has_one) and not (alt.cy and alt.en):
        raise Refused(Problem(ALT_NEEDED, field="logo_alt_en" if alt.cy else "logo_alt_cy"))
    return read_logo(sent) if sent else None
