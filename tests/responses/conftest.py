"""A published survey of two pages for the stories about answering."""

import pytest
from flask import Flask

from tests.factories import make_published


@pytest.fixture
def code(app: Flask) -> str:
    """The short code of an open survey."""
    return make_published()[2].code
