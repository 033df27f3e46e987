"""Every table, gathered so that migrations and tests know them all."""

from .accounts.models import Membership, User
from .audit.models import Event
from .design.models import AdviceWaved, Draft, Editing, QuestionSet, Revision, Survey, Version
from .distribution.models import Channel
from .exports.models import Export
from .feedback.models import Contact
from .pictures.models import Picture
from .projects.models import Goal, Organisation, Project, StakeholderGroup
from .responses.models import Response
from .review.models import Comment, HardSpot, ReviewLink, SignOff, SurveyAbout, TrialTime
from .tasks.models import Job
from .translation.memory_models import MemoryPair
from .translation.models import ProjectTerm, TranslationLink, TranslatorComment, Waved

__all__ = [
    "AdviceWaved",
    "Channel",
    "Comment",
    "Contact",
    "Draft",
    "Editing",
    "Event",
    "Export",
    "Goal",
    "HardSpot",
    "Job",
    "Membership",
    "MemoryPair",
    "Organisation",
    "Picture",
    "Project",
    "ProjectTerm",
    "QuestionSet",
    "Response",
    "ReviewLink",
    "Revision",
    "SignOff",
    "StakeholderGroup",
    "Survey",
    "SurveyAbout",
    "TranslationLink",
    "TranslatorComment",
    "TrialTime",
    "User",
    "Version",
    "Waved",
]
