"""The pages of translation: for people with an account, for those with a link, terms and files."""

from . import files, guest, links, memories, staff, terms
from .blueprints import guests, terminology, translation
from .files_blueprint import translation_files

__all__ = ["files", "guest", "links", "memories", "staff", "terms"]

blueprints = (translation, guests, terminology, translation_files)
