"""The words around a survey: those of the organisation, which people see on its pages and posters."""

from __future__ import annotations

from ..projects.models import Organisation
from ..questionnaire.parity.pair import check_pair
from ..questionnaire.problem import Problem
from ..questionnaire.text import LANGUAGES, N_

WORDS = {
    "name": {
        "cy": N_("The organisation’s name is missing in Welsh: %(words)s"),
        "en": N_("The organisation’s name is missing in English: %(words)s"),
    },
    "controller": {
        "cy": N_("The name of the data controller is missing in Welsh: %(words)s"),
        "en": N_("The name of the data controller is missing in English: %(words)s"),
    },
    "contact": {
        "cy": N_("The organisation’s contact words are missing in Welsh: %(words)s"),
        "en": N_("The organisation’s contact words are missing in English: %(words)s"),
    },
    "logo_alt": {
        "cy": N_("The words for the organisation’s logo are missing in Welsh: %(words)s"),
        "en": N_("The words for the organisation’s logo are missing in English: %(words)s"),
    },
}


def check_around(organisation: Organisation) -> list[Problem]:
    """Where the organisation’s own words are not there, or do not say the same, in both languages.

    The form that they are written in asks for both; what is in neither language is not missed.
    """
    problems = []
    for name, missing in WORDS.items():
        text, place = getattr(organisation, name), f"organisation.{name}"
        if text.blank:
            continue
        for lang in LANGUAGES:
            if not text.face(lang).strip():
                problems.append(Problem(missing[lang], {"words": text}, place=place))
        for finding in check_pair(text):
            if finding.serious:
                problems.append(Problem(finding.message, finding.params, place=place))
    return problems
