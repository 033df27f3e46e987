"""The virtual environment and the Python packages in it."""

from __future__ import annotations

import os
import shutil
import sys

from .places import PYTHON, ROOT, VENV
from .run import Trouble, ask_for_writable, run, say
from .steps import Step

PRODUCT = "requirements.txt"
TESTS = "requirements-test.txt"
NODE = "requirements-node.txt"
SERVERS = "requirements-servers.txt"


def environment() -> None:
    """Make `.venv` if there is none: with uv if it is found, else with venv.

    Raises `Trouble` when Python came without its venv module, as on Debian.
    """
    if PYTHON.exists():
        return
    if VENV.is_symlink():
        raise Trouble(".venv is a link to something that has no Python: remove the link.")
    ask_for_writable(ROOT)
    uv = shutil.which("uv")
    if not uv:
        _ask_for_venv()
    say("Making a virtual environment in .venv")
    if uv:
        command = [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable]
    else:
        command = [sys.executable, "-m", "venv"]
    run(*command, VENV, doing="make a virtual environment")


def _ask_for_venv() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise Trouble(
            "This Python has no venv module. On Debian or Ubuntu: apt install python3-venv"
        ) from None


def packages(*, tests: bool) -> None:
    """Install what the locks name: the product's packages, and with `tests` those of the tests.

    The lock of the tests holds everything of the product's, so it alone is enough.
    """
    if tests or not _step(TESTS, "").fresh():
        lock, what = (TESTS, "the product and its tests") if tests else (PRODUCT, "the product")
        _step(lock, f"Installing the Python packages of {what} (a minute or so)").take()


def server_packages() -> None:
    """Install what speaks to PostgreSQL and Redis, when a setting says that they are in use."""
    settings = [os.environ.get(f"COPROD_{name}_URL", "") for name in ("DATABASE", "LIMITS")]
    if any(setting.startswith(("postgresql", "redis")) for setting in settings):
        _step(SERVERS, "Installing the Python packages for PostgreSQL and Redis").take()


def node_package() -> None:
    """Install Node.js itself as a Python package, for machines that have none."""
    _step(NODE, "Installing Node.js, as this machine has none that is new enough").take()


def lock() -> None:
    """Write the locks anew from the `.in` files, for every Python and machine we support.

    Versions that are locked already stay, unless the `.in` file no longer lets them. Raises
    `Trouble` without uv.
    """
    uv = shutil.which("uv")
    if not uv:
        raise Trouble("Locking needs uv. Install it with: pip install uv")
    compile_ = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    style = ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
    for name in (PRODUCT, TESTS, NODE, SERVERS):
        say(f"Locking {name}")
        same = ["--constraints", PRODUCT] if name in (TESTS, SERVERS) else []
        what = [name.replace(".txt", ".in"), "--output-file", name, "--fork-strategy", "fewest"]
        run(*compile_, *style, *same, *what, doing="lock the Python packages")


def _step(lock: str, line: str) -> Step:
    return Step(
        stamp=lock,
        line=line,
        inputs=[ROOT / lock],
        outputs=[PYTHON],
        act=lambda: _install(lock),
        stamps=VENV / "stamps",
    )


def _install(lock: str) -> None:
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "--python", str(PYTHON)]
    else:
        command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
        _ensure_pip()
    run(*command, "--require-hashes", "-r", ROOT / lock, doing="install the Python packages")


def _ensure_pip() -> None:
    """An environment that uv made has no pip; give it one when uv is gone."""
    try:
        run(PYTHON, "-c", "import pip", doing="find pip")
    except Trouble:
        run(PYTHON, "-m", "ensurepip", doing="get pip")
