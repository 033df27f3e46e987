"""The form with which a paper begins: its language, its version, its number."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import fields as wtf

from ..dates import in_words
from ..design.queries import VersionRow
from ..web import forms
from .models import LONGEST_NUMBER


class NewPaper(forms.Form):
    """What stands on a paper besides its answers; `paper` is the number that we give it ourselves."""

    paper = wtf.HiddenField()
    number = forms.TextField(
        _l("Number on the paper (optional)"),
        description=_l(
            "Somebody may have written a number on each paper, so that none is entered twice."
        ),
        validators=[forms.AtMost(LONGEST_NUMBER)],
        render_kw={"classes": "govuk-input--width-10", "autocomplete": "off"},
    )
    language = forms.RadioField(
        _l("Language of the paper"),
        choices=forms.choices([("cy", _l("Welsh")), ("en", _l("English"))]),
        validators=[forms.Needed(_l("Choose the language of the paper"))],
    )
    version = forms.RadioField(
        _l("Version on the paper"),
        description=_l("The version stands at the end of the paper."),
    )

    def offer(self, versions: list[VersionRow], lang: str) -> None:
        """Let people choose among these versions, the latest first; one alone is no choice."""
        if len(versions) < 2:
            del self.version
            return
        self.version.choices = forms.choices(
            (
                str(row.number),
                _(
                    "Version %(number)s, published on %(day)s",
                    number=row.number,
                    day=in_words(row.published_at, lang),
                ),
            )
            for row in versions
        )
        if self.version.data is None:
            self.version.data = str(versions[0].number)
