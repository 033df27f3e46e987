"""The pages of feedback: people to tell, what is written of findings, and what everybody reads."""

from . import contacts, findings, public
from .contacts import feedback

__all__ = ["contacts", "findings", "public"]

blueprints = (feedback, findings.findings, public.heard)
