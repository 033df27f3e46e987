"""Every table, gathered so that migrations and tests know them all."""

from .accounts.models import Membership, User
from .audit.models import Event
from .design.models import Draft, Revision, Survey, Version
from .distribution.models import Channel
from .feedback.models import Contact
from .pictures.models import Picture
from .projects.models import Goal, Organisation, Project, StakeholderGroup
from .responses.models import Response
from .translation.memory_models import MemoryPair

__all__ = [
    "Channel",
    "Contact",
    "Draft",
    "Event",
    "Goal",
    "Membership",
    "MemoryPair",
    "Organisation",
    "Picture",
    "Project",
    "Response",
    "Revision",
    "StakeholderGroup",
    "Survey",
    "User",
    "Version",
]
