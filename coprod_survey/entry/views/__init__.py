"""The pages of somebody who enters papers: the list of papers, and the pages of one."""

from . import pages, papers
from .blueprint import entry

__all__ = ["pages", "papers"]

blueprints = (entry,)
