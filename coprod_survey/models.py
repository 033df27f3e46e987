"""Every table, gathered so that migrations and tests know them all."""

from .accounts.models import Membership, User
from .audit.models import Event
from .design.models import Draft, Revision, Survey, Version
from .distribution.models import Channel
from .feedback.models import Contact
from .pictures.models import Picture
from .projects.models import Goal, Organisation, Project, StakeholderGroup
from .responses.models import Response
from .review.models import Comment, HardSpot, ReviewLink, SignOff, SurveyAbout, TrialTime

__all__ = [
    "Channel",
    "Comment",
    "Contact",
    "Draft",
    "Event",
    "Goal",
    "HardSpot",
    "Membership",
    "Organisation",
    "Picture",
    "Project",
    "Response",
    "ReviewLink",
    "Revision",
    "SignOff",
    "StakeholderGroup",
    "Survey",
    "SurveyAbout",
    "TrialTime",
    "User",
    "Version",
]
