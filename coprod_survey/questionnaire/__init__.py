"""What a survey is: documents, questions, answers and the journey through them.

Nothing below this package knows Flask, SQLAlchemy, the clock or a file: every function here is pure.
"""
