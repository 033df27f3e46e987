"""Find what belongs to the translation of a survey."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from msgspec.structs import replace

from ..errors import NotFound
from ..extensions import db
from ..projects.models import Project
from ..questionnaire.alphabet import folded, sort_key
from ..questionnaire.document import SurveyDocument
from ..questionnaire.parity.finding import Finding, words_key
from ..questionnaire.parity.pair import check_pair
from ..questionnaire.parity.sentences import Sentence, sentences
from ..questionnaire.parity.terms import Term, check_terms
from ..questionnaire.parity.whole import Parity
from ..questionnaire.text import STATES
from .around import Held
from .models import ProjectTerm, TranslationLink, TranslatorComment, Waved

WARNINGS, COMMENTS = "warnings", "comments"

PAGE = 20
"""How many sentences stand on one page."""


class Wish(NamedTuple):
    """Which sentences somebody wants to see: a state (or warnings, or comments), a section, words."""

    state: str = ""
    section: str = ""
    words: str = ""


class Row(NamedTuple):
    """A sentence with what there is to say about it."""

    sentence: Sentence
    findings: list[Finding]
    waved: list[tuple[Finding, Waved]]
    comments: list[TranslatorComment]


class Count(NamedTuple):
    """How many sentences are in a state, and how many words they have."""

    state: str
    sentences: int
    words: int


class Work:
    """All of a survey that can be translated, with findings and comments: read once for a page.

    `around` are the sentences around it, by their places; `apart` are those of them that the person
    does not see.
    """

    def __init__(
        self,
        survey_id: int,
        project_id: int,
        document: SurveyDocument,
        around: Mapping[str, Held] | None = None,
        apart: frozenset[str] = frozenset(),
    ) -> None:
        self.around, self.apart = around or {}, apart
        beside = [held.sentence for held in self.around.values() if held.place not in apart]
        self.sentences = [*sentences(document), *beside]
        self.terms = known_terms(project_id)
        self.parity = Parity(document, self.terms)
        self.comments: dict[str, list[TranslatorComment]] = defaultdict(list)
        for comment in open_comments(survey_id):
            self.comments[comment.place].append(comment)
        self.waved = {
            (w.place, w.rule, w.words_key): w
            for w in db.session.scalars(sa.select(Waved).where(Waved.survey_id == survey_id))
        }

    def row(self, sentence: Sentence) -> Row:
        """A sentence with its findings, those that were waved through apart."""
        left, waved, key = [], [], words_key(sentence.text)
        for finding in self._findings(sentence):
            reason = self.waved.get((sentence.place, finding.rule, key))
            if reason and not finding.serious:
                waved.append((finding, reason))
            else:
                left.append(finding)
        return Row(sentence, left, waved, self.comments.get(sentence.place, []))

    def _findings(self, sentence: Sentence) -> list[Finding]:
        """What the checks say of a sentence; one around the survey is looked at by itself."""
        if sentence.place not in self.around:
            return self.parity.at(sentence.place)
        text = sentence.text
        if sentence.state == "missing":
            return []
        found = [*check_pair(text), *check_terms(text, self.terms)]
        return [replace(finding, place=sentence.place) for finding in found]

    @property
    def left_over(self) -> list[TranslatorComment]:
        """The comments about sentences that are no longer in the survey."""
        here = {*self.apart, *(sentence.place for sentence in self.sentences)}
        return [c for place, found in self.comments.items() if place not in here for c in found]

    def counts(self) -> list[Count]:
        """How far the survey is, state by state."""
        sizes: dict[str, list[int]] = {state: [] for state in STATES}
        for sentence in self.sentences:
            sizes[sentence.state].append(sentence.size)
        return [Count(state, len(words), sum(words)) for state, words in sizes.items()]

    def wanted(self, wish: Wish, always: str = "") -> list[Sentence]:
        """The sentences that somebody wants to see, in the order of the survey.

        The one at the place `always` is among them in any case.
        """
        sought = folded(wish.words)
        return [s for s in self.sentences if s.place == always or self._fits(s, wish, sought)]

    def _fits(self, sentence: Sentence, wish: Wish, sought: str) -> bool:
        if wish.section and sentence.section != wish.section:
            return False
        if wish.state == WARNINGS and not self.row(sentence).findings:
            return False
        if wish.state == COMMENTS and sentence.place not in self.comments:
            return False
        if wish.state in STATES and sentence.state != wish.state:
            return False
        text = sentence.text
        return not sought or sought in folded(text.cy) or sought in folded(text.en)

    def to_check(self) -> list[Sentence]:
        """The sentences that have both languages and that nobody has checked as they are now."""
        return [s for s in self.sentences if s.state not in ("missing", "checked")]


def open_comments(survey_id: int) -> list[TranslatorComment]:
    """The comments that nobody has settled yet, the oldest first."""
    return list(
        db.session.scalars(
            sa.select(TranslatorComment)
            .where(
                TranslatorComment.survey_id == survey_id, TranslatorComment.resolved_at.is_(None)
            )
            .order_by(TranslatorComment.id)
        )
    )


def comment_count(survey_id: int) -> int:
    """How many comments wait for an answer."""
    found = sa.select(sa.func.count()).where(
        TranslatorComment.survey_id == survey_id, TranslatorComment.resolved_at.is_(None)
    )
    return db.session.scalar(found) or 0


def terms_of(project_id: int) -> list[ProjectTerm]:
    """A project's terms, in the order of the English alphabet."""
    terms = db.session.scalars(sa.select(ProjectTerm).where(ProjectTerm.project_id == project_id))
    return sorted(terms, key=lambda term: (sort_key(term.english, "en"), term.id))


def known_terms(project_id: int) -> list[Term]:
    """A project's terms as the checks want them."""
    return [Term(term.english, term.welsh) for term in terms_of(project_id)]


def term_of(*, project_id: int, term_id: int) -> ProjectTerm:
    """A term of a project. Raises `NotFound` where the project has no such term."""
    term = db.session.get(ProjectTerm, term_id)
    if term is None or term.project_id != project_id:
        raise NotFound
    return term


def links_of(survey_id: int) -> list[TranslationLink]:
    """The links of a survey for translators, the latest first."""
    return list(
        db.session.scalars(
            sa.select(TranslationLink)
            .where(TranslationLink.survey_id == survey_id)
            .order_by(TranslationLink.id.desc())
        )
    )


class Behind(NamedTuple):
    """What is behind a link for a translator: the project of its survey, whether that is archived."""

    link: TranslationLink
    project: Project
    archived: bool

    def is_open(self, at: datetime) -> bool:
        """Whether the link lets somebody in; nobody translates an archived survey."""
        return self.link.is_open(at) and not self.archived


def link_behind(code: str) -> Behind:
    """What is behind the link with this code. Raises `NotFound`."""
    from ..design.models import Survey

    found = db.session.execute(
        sa.select(TranslationLink, Project, Survey.archived_at.is_not(None))
        .join(Survey, Survey.id == TranslationLink.survey_id)
        .join(Project, Project.id == Survey.project_id)
        .where(TranslationLink.code == code)
    ).first()
    if found is None:
        raise NotFound
    return Behind(*found)
