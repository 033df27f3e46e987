"""The pages for translating, one module per noun."""

from . import files, memories
from .files_blueprint import translation_files

__all__ = ["files", "memories"]

blueprints = (translation_files,)
