"""The forms beside the translation: a link for a translator, a term."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from ..web.forms import AtMost, Between, Form, Needed, ParagraphField, TextField, WholeNumberField


class LinkForm(Form):
    """Whom a link is for, and for how many days."""

    name = TextField(
        _l("Whom the link is for"),
        description=_l("What is done through it is kept under this name."),
        validators=[Needed(_l("Write whom the link is for")), AtMost(120)],
    )
    days = WholeNumberField(
        _l("How many days it works"),
        default=14,
        validators=[Needed(_l("Write for how many days the link works")), Between(1, 90)],
    )


class TermForm(Form):
    """What something is called in both languages."""

    welsh = TextField(
        _l("Term in Welsh"),
        description=_l("Without a mutation, as a dictionary has it."),
        render_kw={"attributes": {"lang": "cy"}},
        validators=[Needed(_l("Write the term in Welsh")), AtMost(120)],
    )
    english = TextField(
        _l("Term in English"),
        render_kw={"attributes": {"lang": "en"}},
        validators=[Needed(_l("Write the term in English")), AtMost(120)],
    )
    note = ParagraphField(
        _l("Note for translators (optional)"), render_kw={"rows": 2}, validators=[AtMost(1000)]
    )
