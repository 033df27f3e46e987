"""Every table, gathered so that migrations and tests know them all."""

from .accounts.models import Membership, User
from .audit.models import Event
from .design.models import AdviceWaved, Draft, Editing, QuestionSet, Revision, Survey, Version
from .distribution.models import Channel
from .entry.models import Paper
from .exports.models import Export
from .feedback.models import Commitment, Contact, Finding, FindingsPage
from .pictures.models import Picture
from .projects.models import Goal, Organisation, Project, StakeholderGroup
from .responses.models import Response
from .review.models import Comment, HardSpot, ReviewLink, SignOff, SurveyAbout, TrialTime
from .tasks.models import Job
from .translation.around_models import AroundState
from .translation.memory_models import MemoryPair
from .translation.models import ProjectTerm, TranslationLink, TranslatorComment, Waved

__all__ = [
    "AdviceWaved",
    "AroundState",
    "Channel",
    "Comment",
    "Commitment",
    "Contact",
    "Draft",
    "Editing",
    "Event",
    "Export",
    "Finding",
    "FindingsPage",
    "Goal",
    "HardSpot",
    "Job",
    "Membership",
    "MemoryPair",
    "Organisation",
    "Paper",
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
