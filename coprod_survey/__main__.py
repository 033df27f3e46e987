"""`python -m coprod_survey ...`: the `flask` commands, with trouble at the start said in one line."""

from __future__ import annotations

import sys

from flask.cli import FlaskGroup
from sqlalchemy.exc import OperationalError

from config import SettingError

from . import create_app
from .web.assets import MissingBuiltFiles


def main() -> None:
    """Run one command; a setting, database or built file that is not right ends it with a line."""
    try:
        FlaskGroup(create_app=create_app).main(prog_name="python -m coprod_survey")
    except (SettingError, MissingBuiltFiles) as error:
        sys.exit(str(error))
    except OperationalError as error:
        sys.exit(f"The database cannot be used: {str(error.orig).strip()}")


if __name__ == "__main__":
    main()
