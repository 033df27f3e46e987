"""What goes wrong in the store is told without the answers that were on their way."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey.extensions import db
from coprod_survey.feedback.actions import keep_contact


def test_an_error_of_the_store_does_not_repeat_what_somebody_wrote(app: Flask) -> None:
    with pytest.raises(sa.exc.IntegrityError) as error:
        keep_contact(survey_id=4321, details={"name": "Mair Puw"}, lang="cy")
        db.session.commit()
    db.session.rollback()
    assert "contact" in str(error.value) and "Mair" not in str(error.value)
