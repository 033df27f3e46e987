"""What answers say: tallies, tables, and what must not be shown.

Nothing below this package knows Flask, SQLAlchemy, the clock or a file: every function here is pure.
"""
