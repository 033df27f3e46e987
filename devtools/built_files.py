"""What is made from the sources before the platform can be served: styles, scripts, Welsh."""

from __future__ import annotations

from . import node_packages
from .places import BUILT, PYTHON, ROOT, TRANSLATIONS
from .run import run
from .steps import Step


def build() -> None:
    """Build what is missing or stale."""
    _static().take()
    catalogues = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))
    if catalogues:
        Step(
            stamp="welsh",
            line="Compiling the Welsh words",
            inputs=catalogues,
            outputs=[path.with_suffix(".mo") for path in catalogues],
            act=_compile_words,
        ).take()


def _static() -> Step:
    package = ROOT / "coprod_survey"
    return Step(
        stamp="static",
        line="Building the styles and scripts",
        inputs=[
            package / "static" / "styles",
            package / "static" / "scripts",
            package / "static" / "kiosk.js",
            package / "static" / "studio.js",
            package / "static_build.py",
            ROOT / "package-lock.json",
        ],
        outputs=[BUILT / "manifest.json"],
        act=_run_build,
    )


def _run_build() -> None:
    environ = node_packages.environment()
    build = [PYTHON, "-m", "coprod_survey.static_build"]
    run(*build, doing="build the styles and scripts", environ=environ)


def _compile_words() -> None:
    pybabel = [PYTHON, "-m", "babel.messages.frontend"]
    run(*pybabel, "compile", "-d", TRANSLATIONS, doing="compile the Welsh words")
