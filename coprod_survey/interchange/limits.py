"""What a survey in a file may hold at the most: told in the schema, and held to when one is read."""

from __future__ import annotations

LARGEST_FILE = 32 * 1024 * 1024
"""The most bytes of a file, its pictures among them."""

LARGEST_SURVEY = 4 * 1024 * 1024
"""The most bytes of the survey in it: about four times one of 1000 questions."""

LONGEST_TEXT = 10_000
"""The most characters of one sentence or passage."""

MOST_SECTIONS = 200
MOST_QUESTIONS = 1_000
"""The most questions of all sections together."""

MOST_ROWS = 1_000
"""The most options, statements or other entries of any one list."""

MOST_CONDITIONS = 200
"""The most conditions within the rule of one section or question."""

MOST_PICTURES = 200

DEEPEST = 40
"""How many objects and lists may stand inside one another."""

LARGEST_NUMBER = 10**12
"""The largest number, above zero or below."""

MOST_PROBLEMS = 50
"""How many problems of one file are told at once."""
