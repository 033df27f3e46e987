"""The accounts of everybody who signs in."""

from __future__ import annotations

from flask import Response, current_app, flash, g, url_for
from flask_babel import gettext as _

from ...accounts import actions, passwords, queries
from ...accounts.policy import Permission
from ...errors import Refused
from ...web import render, see_other
from ...web.access import permit
from ..forms import AddPerson, EditPerson
from . import bp


@bp.get("/people")
@permit(Permission.ADMINISTER)
def people() -> Response:
    """Everybody who has an account."""
    return render("admin/people.html", people=queries.everyone(g.lang))


@bp.route("/people/add", methods=["GET", "POST"])
@permit(Permission.ADMINISTER)
def add_person() -> Response:
    """Make an account, and show its first password this once."""
    form = AddPerson(language=g.lang)
    if form.validate_on_submit():
        password = passwords.first_password()
        try:
            user = actions.add_user(
                email=form.email.data or "",
                name=form.name.data or "",
                password=password,
                cost=current_app.config["PASSWORD_COST"],
                administrator=form.is_administrator.data,
                lang=form.language.data,
                by=g.user,
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            return render("admin/password.html", person=user, password=password)
    return render("admin/add_person.html", 422 if form.errors else 200, form=form)


@bp.route("/people/<int:user_id>", methods=["GET", "POST"])
@permit(Permission.ADMINISTER)
def edit_person(user_id: int) -> Response:
    """Change an account, or close it."""
    person = queries.user_by_id(user_id)
    form = EditPerson(obj=person)
    if form.validate_on_submit():
        try:
            actions.edit_user(
                user=person,
                email=form.email.data or "",
                name=form.name.data or "",
                administrator=form.is_administrator.data,
                active=form.active.data,
                lang=form.language.data,
                by=g.user,
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("The account has been changed."))
            return see_other(url_for(".people"))
    return render("admin/edit_person.html", 422 if form.errors else 200, form=form, person=person)


@bp.post("/people/<int:user_id>/password")
@permit(Permission.ADMINISTER)
def new_password(user_id: int) -> Response:
    """Give somebody a new first password, and show it this once."""
    person = queries.user_by_id(user_id)
    password = passwords.first_password()
    actions.set_password(
        user=person, password=password, cost=current_app.config["PASSWORD_COST"], by=g.user
    )
    return render("admin/password.html", person=person, password=password)
