"""Words to the person at the terminal, and running other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from .places import INSTANCE, ROOT

NO_NETWORK = (
    "name resolution",
    "could not resolve",
    "failed to resolve",
    "getaddrinfo",
    "enotfound",
    "eai_again",
    "econnrefused",
    "connection refused",
    "network is unreachable",
    "dns error",
    "newconnectionerror",
    "tunnel error",
    "connecttimeout",
    "etimedout",
)
"""What pip, uv, npm and apt say, in lower case, when they cannot reach anyone."""


class Trouble(Exception):
    """Something that stops us, said in one line that tells what to do."""


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def ask_for_writable(folder: Path) -> None:
    """Raise `Trouble` when we may not write in a folder, before anything is half done."""
    if not os.access(folder, os.W_OK):
        raise Trouble(f"The folder {folder} cannot be written to: set-up keeps its files there.")


def run(
    *command: object, doing: str, environ: Mapping[str, str] | None = None, advice: str = ""
) -> str:
    """Run a program quietly and give back what it printed.

    `doing` names the work for the error ("install the Python packages"). Raises `Trouble` with a
    short reason when the program fails; everything it printed is then in `instance/setup.log`.
    """
    words = [str(part) for part in command]
    try:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env={**os.environ, **(environ or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise Trouble(f"Could not {doing}: {words[0]}: {error.strerror}.") from error
    if done.returncode == 0:
        return done.stdout
    kept = _keep(words, done.stdout)
    raise Trouble(f"Could not {doing}: {reason(done.stdout)}{advice} {kept}".rstrip())


def reason(output: str) -> str:
    """The one line of a failed program's output that says why, ending in a full stop."""
    lowered = output.lower()
    if any(sign in lowered for sign in NO_NETWORK):
        return "there is no network connection, or it does not let us through."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "error" in line.lower() or line.startswith("E:")]
    line = (telling or lines or ["it failed without a word"])[-1]
    return line[:200].rstrip(".") + "."


def _keep(words: Sequence[str], output: str) -> str:
    """Keep what a failed program printed, and say where; say nothing if it cannot be kept."""
    log = INSTANCE / "setup.log"
    try:
        INSTANCE.mkdir(exist_ok=True)
        log.write_text(f"$ {' '.join(words)}\n{output}", encoding="utf-8")
    except OSError:
        return ""
    return f"(More in {log.relative_to(ROOT)}.)"


def follow(*command: object, environ: Mapping[str, str] | None = None) -> int:
    """Run a program that speaks to the person itself, and give back how it ended."""
    process = subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **(environ or {})}
    )
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.wait()  # it got the same Ctrl-C; let it finish in its own way
        raise


def become(*command: object) -> int:
    """Turn into another program, so that signals and Ctrl-C reach it without go-betweens."""
    words = [str(part) for part in command]
    if os.name == "posix":
        sys.stdout.flush()
        os.chdir(ROOT)
        os.execv(words[0], words)
    return follow(*words)
