"""Who may do what: the one place that decides."""

from __future__ import annotations

from enum import StrEnum

from ..questionnaire.text import N_


class Role(StrEnum):
    """What a person is in a project."""

    FACILITATOR = "facilitator"
    MANAGER = "manager"
    TRANSLATOR = "translator"
    COMMUNITY_PARTNER = "community_partner"
    DATA_HELPER = "data_helper"


ROLE_LABELS: dict[Role, str] = {
    Role.FACILITATOR: N_("Facilitator"),
    Role.MANAGER: N_("Manager"),
    Role.TRANSLATOR: N_("Translator"),
    Role.COMMUNITY_PARTNER: N_("Community partner"),
    Role.DATA_HELPER: N_("Data helper"),
}

ROLE_MEANINGS: dict[Role, str] = {
    Role.FACILITATOR: N_("Designs, publishes and hands out surveys, and sees their results."),
    Role.MANAGER: N_("Sees results and downloads workbooks."),
    Role.TRANSLATOR: N_("Translates every survey, and checks both languages."),
    Role.COMMUNITY_PARTNER: N_(
        "Reads surveys before they are published, approves them, and sees their results."
    ),
    Role.DATA_HELPER: N_("Enters answers that people gave on paper."),
}


class Permission(StrEnum):
    """Something that a route asks for. Every route declares exactly one.

    Who may `FOLLOW` sees how the evaluation goes: how many have answered, versions and history; who
    may `ENTER` enters what people answered on paper.
    """

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    ADMINISTER = "administer"
    SEE_PROJECT = "see_project"
    EDIT_PROJECT = "edit_project"
    MANAGE_MEMBERS = "manage_members"
    FOLLOW = "follow"
    PREVIEW = "preview"
    TRANSLATE = "translate"
    DESIGN = "design"
    PUBLISH = "publish"
    SIGN_OFF = "sign_off"
    DISTRIBUTE = "distribute"
    ENTER = "enter"
    SEE_RESULTS = "see_results"
    EXPORT = "export"
    CONTACTS = "contacts"


P = Permission

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.FACILITATOR: frozenset(
        {
            P.SEE_PROJECT,
            P.EDIT_PROJECT,
            P.MANAGE_MEMBERS,
            P.FOLLOW,
            P.PREVIEW,
            P.TRANSLATE,
            P.DESIGN,
            P.PUBLISH,
            P.DISTRIBUTE,
            P.ENTER,
            P.SEE_RESULTS,
            P.EXPORT,
            P.CONTACTS,
        }
    ),
    Role.MANAGER: frozenset({P.SEE_PROJECT, P.FOLLOW, P.PREVIEW, P.SEE_RESULTS, P.EXPORT}),
    Role.TRANSLATOR: frozenset({P.SEE_PROJECT, P.TRANSLATE}),
    Role.COMMUNITY_PARTNER: frozenset(
        {P.SEE_PROJECT, P.FOLLOW, P.PREVIEW, P.SIGN_OFF, P.SEE_RESULTS}
    ),
    Role.DATA_HELPER: frozenset({P.SEE_PROJECT, P.ENTER}),
}
"""What each role may do in its project."""

ADMINISTRATOR_GRANTS: frozenset[Permission] = frozenset(
    {P.ADMINISTER, P.SEE_PROJECT, P.EDIT_PROJECT, P.MANAGE_MEMBERS, P.FOLLOW}
)
"""What a platform administrator may do in any project: run it, but not read people's answers."""


def allows(
    permission: Permission, *, signed_in: bool, administrator: bool = False, role: str | None = None
) -> bool:
    """Whether a person may do what `permission` names.

    `role` is the person's role in the project that the request is about, None where it is about
    none or the person has none in it.
    """
    if permission is Permission.PUBLIC:
        return True
    if not signed_in:
        return False
    if permission is Permission.SIGNED_IN:
        return True
    if administrator and permission in ADMINISTRATOR_GRANTS:
        return True
    return role is not None and permission in GRANTS[Role(role)]
