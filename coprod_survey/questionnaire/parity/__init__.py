"""Parity: whether the two languages of a survey say the same, as far as software can tell.

It knows no grammar: a lost mutation or a clumsy phrase is for a person to find. What it looks for
are the slips that people make and overlook: a number, a placeholder or a link that changed, options
that changed places, a term that is called something else.
"""
