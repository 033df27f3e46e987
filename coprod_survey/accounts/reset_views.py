"""Choosing a password with a link that came by e-mail."""

from __future__ import annotations

import hashlib

from flask import Response, current_app, flash, g, request, url_for
from flask_babel import gettext as _

from ..errors import Refused
from ..extensions import limiter
from ..mail import sending
from ..web import render, see_other
from ..web.access import permit
from . import actions, links
from .forms import ChoosePassword, Forgotten
from .policy import Permission
from .views import bp


def _address_asked_for() -> str:
    """What letters to one address are counted by, whoever asks for them; the address is not kept."""
    written = request.form.get("email", "").strip().lower()
    return hashlib.sha256(f"{current_app.config['SECRET_KEY']}{written}".encode()).hexdigest()[:24]


@bp.route("/forgotten-password", methods=["GET", "POST"])
@permit(Permission.PUBLIC)
@limiter.limit(lambda: current_app.config["MAIL_LIMIT"], methods=["POST"])
@limiter.limit("5 per hour", methods=["POST"], key_func=_address_asked_for)
def forgotten_password() -> Response:
    """Have a link sent; the answer is the same whether or not anybody has an account."""
    form = Forgotten()
    offered = sending.is_offered()
    if offered and form.validate_on_submit():
        links.ask_for("forgotten", email=form.email.data or "", lang=g.lang)
        return render("accounts/link_sent.html")
    return render("accounts/forgotten.html", 422 if form.errors else 200, form=form, mail=offered)


@bp.route("/choose-password/<token>", methods=["GET", "POST"])
@permit(Permission.PUBLIC)
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"], methods=["POST"])
def choose_password(token: str) -> Response:
    """Choose a password with a link, which signs its person out everywhere."""
    user = links.user_of(token)
    if user is None:
        return render("accounts/no_link.html", 404, mail=sending.is_offered())
    form = ChoosePassword()
    if form.validate_on_submit():
        try:
            actions.set_password(
                user=user,
                password=form.new.data or "",
                cost=current_app.config["PASSWORD_COST"],
                by=user,
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("Your password has been chosen. Sign in with it."))
            return see_other(url_for(".sign_in"))
    return render(
        "accounts/choose_password.html", 422 if form.errors else 200, form=form, token=token
    )
