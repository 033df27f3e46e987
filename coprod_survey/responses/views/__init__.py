"""The pages of somebody who answers, one module per thing they do, all in one blueprint.

They know nobody: what the browser holds is a random key, and no page asks who is signed in.
"""

from . import answers, check, coming_back, ended, pages, pause, receipt, start
from .blueprint import responses

__all__ = ["answers", "check", "coming_back", "ended", "pages", "pause", "receipt", "start"]

blueprints = (responses,)
