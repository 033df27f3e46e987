"""The accounts of everybody who signs in."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app, flash, g, url_for
from flask_babel import gettext as _

from ...accounts import actions, links, passwords, queries
from ...accounts.policy import Permission
from ...errors import Refused
from ...mail import sending
from ...questionnaire.text import Language
from ...web import render, see_other
from ...web.access import permit
from ..forms import AddPerson, EditPerson
from . import bp


def _invited() -> str:
    """What an administrator is told who has had a link sent."""
    return _(
        "We are sending the person a link to choose a password, which works for seven days. "
        "If it does not arrive, make a first password for them."
    )


@bp.get("/people")
@permit(Permission.ADMINISTER)
def people() -> Response:
    """Everybody who has an account."""
    return render("admin/people.html", people=queries.everyone(g.lang))


@bp.route("/people/add", methods=["GET", "POST"])
@permit(Permission.ADMINISTER)
def add_person() -> Response:
    """Make an account: its person is sent a link to choose a password, or we show a first one once."""
    form = AddPerson(language=g.lang)
    mail = sending.is_offered()
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
                invite=mail,
                by=g.user,
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            if mail:
                flash(_invited())
                return see_other(url_for(".people"))
            return render("admin/password.html", person=user, password=password)
    return render("admin/add_person.html", 422 if form.errors else 200, form=form, mail=mail)


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
    return render(
        "admin/edit_person.html",
        422 if form.errors else 200,
        form=form,
        person=person,
        mail=sending.is_offered(),
    )


@bp.post("/people/<int:user_id>/link")
@permit(Permission.ADMINISTER)
def send_link(user_id: int) -> Response:
    """Send somebody a link to choose a password; the one they have now works until they use it."""
    person = queries.user_by_id(user_id)
    if sending.is_offered() and person.active:
        links.ask_for("invitation", email=person.email, lang=cast(Language, person.language))
        flash(_invited())
    return see_other(url_for(".edit_person", user_id=user_id))


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
