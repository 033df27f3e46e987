"""Forms of projects, goals, stakeholder groups and members."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from ..accounts.policy import ROLE_LABELS, ROLE_MEANINGS
from ..questionnaire.text import N_
from ..web import forms

SIDES = {
    "receives": N_("They receive the service, or care for somebody who does"),
    "gives": N_("They give the service, or work with those who do"),
}
"""The two sides of a service, by the value that is kept."""

SIDES_IN_SHORT = {"receives": N_("Receive the service"), "gives": N_("Give the service")}
"""The same in a few words, for tables."""


@forms.pair(
    forms.TextField,
    "name",
    _l("Name of the project"),
    validators=[forms.Needed(_l("Give the project a name in both languages")), forms.AtMost(200)],
)
@forms.pair(
    forms.ParagraphField,
    "purpose",
    _l("What the project is for"),
    validators=[
        forms.Needed(_l("Say in both languages what the project is for")),
        forms.AtMost(2000),
    ],
)
class ProjectForm(forms.Form):
    """A project's own words."""


class CreateProject(ProjectForm):
    """A new project: also whose it is, and who leads it."""

    organisation = forms.SelectField(
        _l("Organisation"), validators=[forms.Needed(_l("Choose an organisation"))]
    )
    facilitator = forms.EmailField(
        _l("E-mail address of the facilitator"),
        description=_l("Somebody who has an account already. They can add everyone else."),
        validators=[
            forms.Needed(_l("Write the e-mail address of the facilitator")),
            forms.EmailAddress(),
        ],
    )


@forms.pair(
    forms.ParagraphField,
    "words",
    _l("The goal"),
    validators=[forms.Needed(_l("Write the goal in both languages")), forms.AtMost(500)],
    rows=3,
)
class GoalForm(forms.Form):
    """One goal."""


@forms.pair(
    forms.TextField,
    "name",
    _l("Name of the group"),
    validators=[forms.Needed(_l("Give the group a name in both languages")), forms.AtMost(200)],
)
class GroupForm(forms.Form):
    """One stakeholder group."""

    side = forms.RadioField(
        _l("Which part do these people have?"),
        choices=[],
        validators=[forms.Needed(_l("Choose which part these people have"))],
    )
    hoped_for = forms.WholeNumberField(
        _l("How many of them do you hope to hear from? (optional)"),
        validators=[forms.Between(1, 1_000_000)],
    )

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.side.choices = forms.choices((side, _l(words)) for side, words in SIDES.items())


class RoleForm(forms.Form):
    """What somebody is in a project."""

    role = forms.RadioField(_l("Role"), choices=[], validators=[forms.Needed(_l("Choose a role"))])

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.role.choices = forms.choices(
            (role.value, _l(ROLE_LABELS[role])) for role in ROLE_LABELS
        )
        hints = {role.value: _l(words) for role, words in ROLE_MEANINGS.items()}
        self.role.render_kw = {"hints": hints}


class MemberForm(RoleForm):
    """A new member."""

    email = forms.EmailField(
        _l("E-mail address"),
        description=_l("Somebody who has an account already."),
        validators=[forms.Needed(_l("Write an e-mail address")), forms.EmailAddress()],
        render_kw={"autocomplete": "off"},
    )
