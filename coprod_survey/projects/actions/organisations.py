"""Create and edit organisations."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ... import clock
from ...accounts.models import User
from ...audit.actions import record
from ...extensions import db
from ...questionnaire.text import Text
from ..logo import Logo
from ..models import Organisation


class Details(msgspec.Struct, frozen=True, kw_only=True):
    """The words of an organisation that headers, notices and workbooks show."""

    name: Text
    controller: Text
    contact: Text
    contact_email: str
    contact_telephone: str
    privacy_email: str
    logo_alt: Text


def create_organisation(
    *, details: Details, logo: Logo | None = None, by: User, at: datetime | None = None
) -> Organisation:
    """Create an organisation."""
    at = at or clock.now()
    organisation = Organisation(created_at=at)
    _write(organisation, details)
    if logo:
        organisation.logo, organisation.logo_type = logo.data, logo.type
    db.session.add(organisation)
    db.session.flush()
    record("organisation created", by=by, at=at, organisation=organisation.id)
    db.session.commit()
    return organisation


def edit_organisation(
    *,
    organisation: Organisation,
    details: Details,
    logo: Logo | None = None,
    remove_logo: bool = False,
    by: User,
    at: datetime | None = None,
) -> None:
    """Change an organisation's words; give it a logo, or take its logo away."""
    _write(organisation, details)
    if logo:
        organisation.logo, organisation.logo_type = logo.data, logo.type
    elif remove_logo:
        organisation.logo, organisation.logo_type = None, ""
    record("organisation changed", by=by, at=at, organisation=organisation.id)
    db.session.commit()


def _write(organisation: Organisation, details: Details) -> None:
    for name in Details.__struct_fields__:
        setattr(organisation, name, getattr(details, name))
