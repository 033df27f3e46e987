"""Translating a survey: files for translators, and what was translated before."""
