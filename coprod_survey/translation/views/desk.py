"""The desk: one survey in front of somebody who translates, by an account or through a link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from itertools import zip_longest
from typing import Any

from flask import Response, g, make_response, render_template, request, url_for
from flask_babel import gettext as _

from ...accounts import queries as accounts
from ...design import queries as design
from ...errors import Conflict, Refused
from ...projects.models import Project
from ...questionnaire.answers import plain_text
from ...questionnaire.document import SurveyDocument
from ...questionnaire.lengths import LONGEST, longest_at
from ...questionnaire.parity.difference import difference
from ...questionnaire.parity.finding import words_key
from ...questionnaire.parity.sentences import Sentence
from ...questionnaire.problem import Problem
from ...questionnaire.text import Language, other_language
from ...web.htmx import render, see_other, wants_fragment
from ...web.numbers import whole_number
from ...web.words import say
from .. import actions, around_actions, memory_queries, queries
from ..around import SECTION as AROUND
from ..around import Held, around, is_around, seen_key
from ..hands import NOT_THERE, Hand
from ..memory import Match
from ..words import COLOURS, STATE_WORDS

CHECK_PAGE = 100
"""How many sentences stand on one page of those to be read once more."""


class Desk:
    """What the pages of translation have in common; they are the same for an account and a link.

    `endpoint` is the blueprint that the person came through, `where` what its addresses need.
    """

    colours, state_words = COLOURS, STATE_WORDS
    difference = staticmethod(difference)
    words_key = staticmethod(words_key)
    passage = LONGEST
    beside = AROUND

    def __init__(
        self, project: Project, survey_id: int, hand: Hand, endpoint: str, where: dict[str, Any]
    ) -> None:
        self.project, self.survey_id, self.hand = project, survey_id, hand
        self.endpoint, self.where = endpoint, where
        self.guest = hand.user is None
        self.until: datetime | None = None  # the end of the link that the person came through
        self.draft = design.draft(survey_id)

    @property
    def document(self) -> SurveyDocument:
        """The draft."""
        return self.draft.document

    @cached_property
    def work(self) -> queries.Work:
        """Everything that can be translated."""
        hidden = [h.place for h in self.around.values() if self.guest and h.scope == "organisation"]
        return queries.Work(
            self.survey_id, self.project.id, self.document, self.around, frozenset(hidden)
        )

    @cached_property
    def around(self) -> dict[str, Held]:
        """The sentences around the survey, by their places.

        The organisation's are not for who has only a link: they are not this survey's, nor its
        project's.
        """
        return {held.place: held for held in around(self.project, self.survey_id)}

    def longest(self, place: str) -> int:
        """The most characters of the sentence in a place."""
        held = self.around.get(place)
        return held.longest if held else longest_at(place)

    def may_write(self, sentence: Sentence) -> bool:
        """Whether the person may change the words, and not only say that both say the same."""
        held = self.around.get(sentence.place)
        return held is None or held.may_be_written_by(self.hand.user)

    def seen(self, sentence: Sentence) -> str:
        """What a form says of the words that its page showed: the draft's revision, or their digest."""
        beside = is_around(sentence.place)
        return seen_key(sentence.text) if beside else str(self.draft.revision)

    @cached_property
    def whom_to_ask(self) -> str:
        """The names of those who may change the organisation's words."""
        return ", ".join(accounts.administrators(g.lang))

    @cached_property
    def terms(self) -> list[Any]:
        """What the project calls things."""
        return queries.terms_of(self.project.id)

    @cached_property
    def wish(self) -> queries.Wish:
        """What the address asks to see."""
        asked = request.args
        return queries.Wish(
            asked.get("state", ""), asked.get("section", ""), asked.get("words", "").strip()[:200]
        )

    def url(self, name: str, **values: Any) -> str:
        """The address of a page or a form of this desk; what is wished for stays in it."""
        wish = {key: value for key, value in self.wish._asdict().items() if value}
        if name != "check":
            values = {**wish, **values}
        return url_for(f"{self.endpoint}.{name}", **self.where, **values)

    def id(self, place: str) -> str:
        """The id of the row of a sentence."""
        return "s-" + place.replace(".", "-")

    def words(self, sentence: Sentence) -> str:
        """What the translation of a sentence says now."""
        return sentence.text.face(other_language(sentence.source))

    def matches(self, place: str) -> list[Match]:
        """What was translated before that is like a sentence. Raises `NotFound` without one."""
        beside = {held.place: held.text for held in self.around.values()}
        return memory_queries.matches_of(
            self.project.id, self.survey_id, self.document, place, beside
        )


def page(desk: Desk, status: int = 200, **context: Any) -> Response:
    """The sentences that somebody wants to see, a page of them, with how far the survey is."""
    at = context.pop("at", None) or request.args.get("at", "")
    wanted = desk.work.wanted(desk.wish, always=at)
    places = [sentence.place for sentence in wanted]
    last = max(1, -(-len(wanted) // queries.PAGE))
    number = places.index(at) // queries.PAGE + 1 if at in places else _number(last)
    first = (number - 1) * queries.PAGE
    rows = [desk.work.row(s) for s in wanted[first : first + queries.PAGE]]
    hand = at if at in places else _in_hand(rows)
    return render(
        "translation/page.html",
        status,
        desk=desk,
        organisation=desk.project.organisation,
        rows=rows,
        following=dict(zip_longest(places, places[1:], fillvalue="")),
        total=len(wanted),
        counts=desk.work.counts(),
        number=number,
        last=last,
        at=at if at in places else "",
        in_hand=hand,
        matches=desk.matches(hand) if hand else [],
        **context,
    )


def matches(desk: Desk, place: str) -> Response:
    """What was translated before that is like a sentence: the list at that sentence, or a part."""
    found = desk.matches(place)
    if not wants_fragment():
        return see_other(desk.url("page", at=place, _anchor=desk.id(place)))
    sentence = next(s for s in desk.work.sentences if s.place == place)
    return _fragment("translation/_matches.html", desk=desk, sentence=sentence, matches=found)


def write(desk: Desk, place: str) -> Response:
    """Save the translation of a sentence, and go on to the next one of the list."""
    lang: Language = "en" if request.form.get("lang") == "en" else "cy"
    taken = plain_text(request.form.get("take", ""))
    words = taken or plain_text(request.form.get("words", ""))
    limit = desk.longest(place)
    if len(words) > limit:
        error = _("Shorten this to %(limit)s characters or fewer", limit=limit)
        return _again(desk, place, words, error, 422)
    try:
        do = _how(desk, place, taken) if taken else request.form.get("do", "save")
        _write(desk, place, words, lang, do)
    except Conflict as conflict:
        return _again(desk, place, words, say(conflict.problem), 409)
    except Refused as refused:
        return _again(desk, place, words, say(refused.problem), 422)
    if wants_fragment():
        return _said(
            Desk(desk.project, desk.survey_id, desk.hand, desk.endpoint, desk.where), place
        )
    following = place if taken else request.form.get("next", "")
    if following:  # no anchor: a browser that is sent to one does not focus the next field
        return see_other(desk.url("page", at=following))
    return see_other(desk.url("page"))


def _write(desk: Desk, place: str, words: str, lang: Language, do: str) -> None:
    """Keep the words where the sentence is kept. Raises what the actions raise."""
    if is_around(place):
        if place in desk.work.apart:
            raise Refused(Problem(NOT_THERE))
        around_actions.write(
            desk.project,
            desk.survey_id,
            place,
            words,
            lang,
            hand=desk.hand,
            seen=request.form.get("revision", ""),
            do=do,
        )
        return
    seen = request.form.get("revision", type=whole_number)
    actions.write(desk.survey_id, place, words, lang, hand=desk.hand, seen_revision=seen, do=do)


def comment(desk: Desk, place: str) -> Response:
    """Keep a comment for whoever writes the survey."""
    words = plain_text(request.form.get("comment", ""))[:LONGEST]

    def act() -> None:
        beside = {p for p in desk.work.around if p not in desk.work.apart}
        actions.comment(desk.survey_id, desk.document, place, words, hand=desk.hand, around=beside)

    return _done(desk, place, "comment", words, act)


def wave(desk: Desk, place: str) -> Response:
    """Let a warning about a sentence stand, with a reason."""
    reason = plain_text(request.form.get("reason", ""))[:LONGEST]
    rule = request.form.get("rule", "")

    def act() -> None:
        for sentence in desk.work.sentences:
            for finding in desk.work.row(sentence).findings if sentence.place == place else ():
                if finding.rule == rule:
                    actions.wave(desk.survey_id, sentence.text, finding, reason, hand=desk.hand)
                    return

    return _done(desk, place, f"reason-{rule}", reason, act)


def reading(desk: Desk, status: int = 200, notice: str = "") -> Response:
    """Every sentence that nobody has checked, side by side, to be read and marked at once."""
    waiting = [s for s in desk.work.to_check() if desk.wish.section in ("", s.section)]
    return render(
        "translation/check.html",
        status,
        desk=desk,
        organisation=desk.project.organisation,
        rows=[desk.work.row(s) for s in waiting[:CHECK_PAGE]],
        total=len(waiting),
        notice=notice,
        errors=bool(notice),
    )


def check(desk: Desk) -> Response:
    """Mark the sentences of the list that the person has read as checked."""
    if request.form.get("read") != "y":
        return reading(desk, 422, _("Tick the box once you have read both languages"))
    read = dict(zip(request.form.getlist("place"), request.form.getlist("key"), strict=False))
    try:
        if not desk.work.apart.isdisjoint(read):
            raise Refused(Problem(NOT_THERE))
        actions.check(desk.survey_id, read, hand=desk.hand, project=desk.project)
    except Refused as refused:
        return reading(desk, 409, say(refused.problem))
    return see_other(desk.url("check", section=desk.wish.section or None))


def _done(desk: Desk, place: str, field: str, words: str, act: Callable[[], None]) -> Response:
    """Do something small about a sentence, and show the list at the same place."""
    try:
        act()
    except Refused as refused:
        return _again(desk, place, words, say(refused.problem), 422, field)
    return see_other(desk.url("page", at=place, _anchor=desk.id(place)))


def _again(
    desk: Desk, place: str, words: str, error: str, status: int, field: str = "words"
) -> Response:
    """The list once more with what was typed and what is wrong with it."""
    if wants_fragment():
        problem = Problem(error)
        return _fragment(
            "translation/_said.html",
            status,
            desk=desk,
            row=None,
            error=problem.message,
            revision=request.form.get("revision", ""),
        )
    gone = all(sentence.place != place for sentence in desk.work.sentences)
    return page(
        desk,
        status,
        at=place,
        lost=words if gone else "",
        typed={(place, field): words},
        wrong={(place, field): error},
        errors=True,
    )


def _said(desk: Desk, place: str) -> Response:
    """Where a sentence stands after it was saved while somebody types on."""
    sentence = next((s for s in desk.work.sentences if s.place == place), None)
    row = desk.work.row(sentence) if sentence else None
    revision = desk.seen(sentence) if sentence else ""
    return _fragment("translation/_said.html", desk=desk, row=row, error="", revision=revision)


def _fragment(template: str, status: int = 200, /, **context: Any) -> Response:
    response = make_response(render_template(template, **context), status)
    response.vary.add("HX-Request")
    return response


def _in_hand(rows: list[queries.Row]) -> str:
    """The place of the sentence that somebody is likely to work on: the first that is not done."""
    undone = (
        r.sentence for r in rows if r.sentence.state != "checked" and not r.sentence.is_address
    )
    return next((sentence.place for sentence in undone), "")


def _how(desk: Desk, place: str, taken: str) -> str:
    """How a translation that was taken from the memory is kept: only that of the same words is final."""
    exact = (match.target for match in desk.matches(place) if match.percent == 100)
    return "save" if taken in map(plain_text, exact) else "draft"


def _number(last: int) -> int:
    """The page that the address asks for."""
    return min(max(request.args.get("page", 1, type=whole_number), 1), last)
