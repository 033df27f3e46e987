"""A bare clone on a machine where every program is a fake that only notes what it was asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = (
    "requirements.txt",
    "requirements-test.txt",
    "requirements-node.txt",
    "requirements-servers.txt",
    "package-lock.json",
)

PYTHON = """#!/bin/sh
echo "python $*" >> "{log}"
case "$*" in
  *static_build*) mkdir -p coprod_survey/static/built; echo '{{}}' > coprod_survey/static/built/manifest.json;;
  *compile*) touch translations/cy/LC_MESSAGES/messages.mo;;
esac
"""
UV = """#!/bin/sh
echo "uv $*" >> "{log}"
case "$1" in
  venv) mkdir -p .venv/bin; cp "{python}" .venv/bin/python;;
esac
"""
NODE = """#!/bin/sh
echo v20.19.0
"""
NPM = """#!/bin/sh
echo "npm $*" >> "{log}"
mkdir -p node_modules; cp package-lock.json node_modules/.package-lock.json
"""


class Clone:
    """A folder with `dev.py` and what it needs, and a path of fakes: uv, node and npm."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "clone"
        self.programs = folder / "programs"
        self.log = folder / "log"
        self.programs.mkdir()
        shutil.copytree(
            ROOT / "devtools",
            self.folder / "devtools",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        for name in ("dev.py", *PARTS):
            shutil.copy(ROOT / name, self.folder / name)
        (self.folder / "coprod_survey" / "static" / "styles").mkdir(parents=True)
        self.fake("python", PYTHON)
        self.fake("uv", UV)
        self.fake("node", NODE)
        self.fake("npm", NPM)
        (self.programs / "python").rename(folder / "python")

    def fake(self, name: str, script: str) -> None:
        """Put a program of this name on the path; `script` is what it does."""
        python = self.programs.parent / "python"
        path = self.programs / name
        path.write_text(script.format(log=self.log, python=python), encoding="utf-8")
        path.chmod(0o755)

    def dev(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run `dev.py` there."""
        return subprocess.run(
            [sys.executable, "dev.py", *words],
            cwd=self.folder,
            env={"PATH": f"{self.programs}{os.pathsep}/usr/bin{os.pathsep}/bin", **environ},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    def asked(self) -> list[str]:
        """What the fakes were asked so far, and forget it."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines
