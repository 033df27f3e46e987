"""Pages that hand a survey out: its links, the QR code, the poster, and the short link itself."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, flash, g, request, url_for
from flask_babel import gettext as _

from .. import clock
from ..accounts.policy import Permission
from ..design import queries as design
from ..errors import NotFound
from ..questionnaire.document import SurveyDocument
from ..responses import queries as responses
from ..responses import testing
from ..web.access import permit
from ..web.htmx import render, see_other
from ..web.kept import render_kept
from ..web.language import lang_blueprint
from ..web.numbers import figures
from . import actions, forms, queries, sending
from . import qr as qr_code
from .models import HANDED_OUT, KINDS, LINK, Channel

root = Blueprint("short", __name__)
staff = lang_blueprint(
    "distribution", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/links"
)
blueprints: tuple[Blueprint, ...] = (root, staff)


@root.get("/<code:code>")
@permit(Permission.PUBLIC)
def choose(code: str) -> Response:
    """The choice of language behind the short link of a poster: both equally large, Welsh first."""
    door = queries.door(code)
    if door is None:
        ours = queries.find_code(code)
        if ours is None:
            raise NotFound
        return see_other(url_for("short.choose", code=ours))
    return render_kept(
        "distribution/choose.html",
        door=door,
        organisation=door.organisation,
        survey=design.published(door.version_id) if door.version_id else None,
    )


@staff.get("")
@permit(Permission.DISTRIBUTE)
def channels(project_id: int, survey_id: int) -> Response:
    """How a survey is handed out, and whether it is open."""
    return _page(survey_id)


@staff.post("")
@permit(Permission.DISTRIBUTE)
def make(project_id: int, survey_id: int) -> Response:
    """Make the survey's link: for people's own devices, a shared tablet, a test or colleagues."""
    design.survey(project_id=project_id, survey_id=survey_id)
    wanted = request.form.get("kind", LINK)
    kind = wanted if wanted in KINDS else LINK
    actions.make_link(survey_id=survey_id, kind=kind, by=g.user)
    return _back(survey_id)


@staff.post("/tests/delete")
@permit(Permission.DISTRIBUTE)
def wipe_tests(project_id: int, survey_id: int) -> Response:
    """Delete the test responses of a survey, all at once."""
    design.survey(project_id=project_id, survey_id=survey_id)
    number = testing.wipe(survey_id, by=g.user)
    flash(_("Test responses deleted: %(number)s", number=figures(number)))
    return _back(survey_id)


@staff.post("/<int:channel_id>/state")
@permit(Permission.DISTRIBUTE)
def set_state(project_id: int, survey_id: int, channel_id: int) -> Response:
    """Open or close a link by hand."""
    design.survey(project_id=project_id, survey_id=survey_id)
    channel = actions.open_or_close(
        survey_id=survey_id,
        channel_id=channel_id,
        is_open=request.form.get("open") == "yes",
        by=g.user,
    )
    said = {
        "open": _("The link is open: people can answer."),
        "not_yet": _("The link will open on its first day."),
        "closed": _("The link is closed: nobody can answer any more."),
    }
    flash(said[channel.state(clock.now())])
    return _back(survey_id)


@staff.post("/<int:channel_id>/days")
@permit(Permission.DISTRIBUTE)
def set_days(project_id: int, survey_id: int, channel_id: int) -> Response:
    """Say from which day until which day a link takes answers."""
    design.survey(project_id=project_id, survey_id=survey_id)
    form = forms.times_form(_channel(survey_id, channel_id))
    if not form.validate():
        return _page(survey_id, form, channel_id)
    actions.set_times(
        survey_id=survey_id,
        channel_id=channel_id,
        opens_at=form.opens_at,
        closes_at=form.closes_at,
        by=g.user,
    )
    flash(_("The days are saved."))
    return _back(survey_id)


@staff.get("/<int:channel_id>/qr.svg")
@permit(Permission.DISTRIBUTE)
def qr(project_id: int, survey_id: int, channel_id: int) -> Response:
    """The QR code of a link's short address, as SVG."""
    design.survey(project_id=project_id, survey_id=survey_id)
    address = short_address(_channel(survey_id, channel_id))
    return Response(qr_code.drawing(address), mimetype="image/svg+xml")


@staff.get("/<int:channel_id>/poster")
@permit(Permission.DISTRIBUTE)
def poster(project_id: int, survey_id: int, channel_id: int) -> Response:
    """A sheet of A4 in both languages, with the QR code, the address and the code to type."""
    survey = design.survey(project_id=project_id, survey_id=survey_id)
    channel = _channel(survey_id, channel_id)
    return render(
        "distribution/poster.html",
        survey_id=survey_id,
        channel=channel,
        survey=design.published(survey.current_version_id) if survey.current_version_id else None,
        last_day=forms.last_day(channel),
        host=short_address(channel).split("://", 1)[1].rsplit("/", 1)[0],
        address=short_address(channel).split("://", 1)[1],
    )


def short_address(channel: Channel) -> str:
    """The whole short address of a link, as printed and put into QR codes."""
    base = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    return f"{base}/{channel.code}"


def _page(
    survey_id: int, sent: forms.TimesForm | None = None, sent_for: int | None = None
) -> Response:
    """The page of links; a form that was sent with faults stands in its place, at 422."""
    survey = design.survey(project_id=g.project.id, survey_id=survey_id)
    if survey.archived_at:
        where = url_for("design.survey", project_id=g.project.id, survey_id=survey_id)
        return see_other(where)
    published = design.published(survey.current_version_id) if survey.current_version_id else None
    channels = queries.channels_of([survey_id])
    links = [
        {
            "channel": channel,
            "state": channel.state(clock.now()),
            "address": short_address(channel),
            "form": sent if sent and channel.id == sent_for else forms.times_form(channel),
            "last_day": forms.last_day(channel),
            "letters": _letters(published, channel),
        }
        for channel in channels
    ]
    there = {channel.kind for channel in channels}
    return render(
        "distribution/channels.html",
        422 if sent else 200,
        survey_id=survey_id,
        survey=published,
        tried_out=survey.internal_version_id is not None,
        links=links,
        lacking=[kind for kind in KINDS if kind not in there],
        test_count=responses.test_count(survey_id),
        version_number=next(
            (v.number for v in design.versions(survey_id) if v.id == survey.current_version_id),
            None,
        ),
        handed_out=any(channel.kind in HANDED_OUT for channel in channels),
        sent_count=responses.sent_count([survey_id])[survey_id],
        errors=sent.errors if sent else None,
        wrong=sent,
    )


def _letters(published: SurveyDocument | None, channel: Channel) -> list[sending.Letter]:
    """The words to send with a link for everybody that is not closed."""
    if published is None or channel.kind != LINK or channel.state(clock.now()) == "closed":
        return []
    return sending.letters(published, short_address(channel), forms.last_day(channel))


def _channel(survey_id: int, channel_id: int) -> Channel:
    channel = queries.channel_of(survey_id=survey_id, channel_id=channel_id)
    if channel is None:
        raise NotFound
    return channel


def _back(survey_id: int) -> Response:
    return see_other(url_for("distribution.channels", project_id=g.project.id, survey_id=survey_id))
