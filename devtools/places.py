"""Where things are in this clone."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
INSTANCE = ROOT / "instance"
ARTEFACTS = ROOT / "artefacts"
BUILT = ROOT / "coprod_survey" / "static" / "built"
TRANSLATIONS = ROOT / "translations"

_BIN, _PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
PYTHON = VENV / _BIN / _PYTHON
"""The Python of the virtual environment."""
