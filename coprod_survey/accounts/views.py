"""Signing in and out, and a person's own account."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Response, current_app, flash, g, request, session, url_for
from flask_babel import gettext as _
from flask_login import login_user, logout_user

from ..errors import Refused
from ..extensions import limiter
from ..mail import sending
from ..projects import queries as projects
from ..web import lang_blueprint, render, see_other
from ..web.access import permit
from . import actions, queries
from .forms import Account, ChangePassword, SignIn
from .policy import Permission

bp = lang_blueprint("accounts", __name__)
blueprints = (bp,)


def _failed(response: Response) -> bool:
    """Only tries that fail count towards the limit: a whole clinic may share one address."""
    return response.status_code == 422


@bp.route("/sign-in", methods=["GET", "POST"])
@permit(Permission.PUBLIC)
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"], methods=["POST"], deduct_when=_failed)
def sign_in() -> Response:
    """Let a person in who knows their password."""
    form = SignIn(next=request.args.get("next", ""), chosen=request.args.get("chosen", ""))
    if form.validate_on_submit():
        user = queries.user_who_signs_in(
            email=form.email.data or "", password=form.password.data or "", cost=_cost()
        )
        if user:
            session.clear()
            login_user(user)
            actions.note_sign_in(user=user, lang=g.lang if form.chosen.data else None)
            return see_other(_goal(form.next.data or "", user.language))
        form.form_errors.append(_("The e-mail address or the password is not right"))
    return render(
        "accounts/sign_in.html",
        422 if form.errors else 200,
        form=form,
        mail=sending.is_offered(),
        organisation=projects.first_organisation(),
    )


@bp.post("/speak")
@permit(Permission.SIGNED_IN)
def speak() -> Response:
    """Change the language of the pages, and remember it for wherever the person signs in next."""
    lang = "en" if request.form.get("language") == "en" else "cy"
    actions.speak(lang=lang, by=g.user)
    return see_other(_goal(request.form.get("next", ""), lang))


@bp.post("/sign-out")
@permit(Permission.SIGNED_IN)
def sign_out() -> Response:
    """Forget the person in this browser."""
    logout_user()
    session.clear()
    flash(_("You have signed out."))
    return see_other(url_for("public.front"))


@bp.route("/account", methods=["GET", "POST"])
@permit(Permission.SIGNED_IN)
def account() -> Response:
    """A person's name, and the language they want to be written to in."""
    form = Account(obj=g.user)
    if form.validate_on_submit():
        actions.edit_account(name=form.name.data or "", lang=form.language.data, by=g.user)
        flash(_("Your account has been changed."))
        return see_other(url_for(".account"))
    return render("accounts/account.html", 422 if form.errors else 200, form=form)


@bp.route("/account/password", methods=["GET", "POST"])
@permit(Permission.SIGNED_IN)
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"], methods=["POST"], deduct_when=_failed)
def change_password() -> Response:
    """Change one's own password; this browser stays signed in, every other one does not."""
    form = ChangePassword()
    if form.validate_on_submit():
        try:
            actions.change_password(
                old=form.old.data or "", new=form.new.data or "", cost=_cost(), by=g.user
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            login_user(g.user)
            flash(_("Your password has been changed, and you are signed out everywhere else."))
            return see_other(url_for(".account"))
    return render("accounts/change_password.html", 422 if form.errors else 200, form=form)


def _cost() -> int:
    return int(current_app.config["PASSWORD_COST"])


def _goal(address: str, lang: str) -> str:
    """Where to go: the page that was wanted, if it is ours, in the language of the person."""
    address = address.removeprefix(request.script_root)
    parts = urlsplit(address)
    ours = re.match(r"/(cy|en)/[^\\\x00-\x20]*$", address) and not (parts.scheme or parts.netloc)
    return (
        f"{request.script_root}/{lang}{address[3:]}"
        if ours
        else url_for("projects.index", lang=lang)
    )


from . import reset_views  # noqa: E402, F401 - it adds its routes
