"""The readable sources of what the library stores as JSON.

``python -m tests.library`` writes the stored files anew; a test holds each to its source.
"""
