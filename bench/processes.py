"""Start servers, and say how much processor time and memory a tree of processes has used."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class ServerTrouble(RuntimeError):
    """A server that did not start; its words are the server's own."""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        return int(ours.getsockname()[1])


@contextmanager
def server(
    command: Sequence[str], port: int, ready: str, environ: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server, wait until the page `ready` answers, and stop it at the end."""
    environ = {**os.environ, **(environ or {})}
    process = subprocess.Popen(
        [sys.executable, *command],
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, ready, process)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(port: int, page: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Return as soon as the page answers 200; raises `ServerTrouble` if it never does."""
    until = time.monotonic() + seconds
    status = 0
    while time.monotonic() < until and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", page)
            status = connection.getresponse().status
            if status == 200:
                return
        except (ConnectionError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.01)
    raise ServerTrouble(f"{' '.join(map(str, process.args))}: {page} answers {status or 'nothing'}")


def tree_seconds(pid: int) -> float:
    """Processor seconds that a process, its children and those they outlived have used."""
    total = 0
    for member in [pid, *_descendants(pid)]:
        try:
            fields = _stat(member)
        except FileNotFoundError:
            continue  # it ended while we counted; its parent has its time
        total += sum(int(field) for field in fields[11:15])
    return total / TICKS


def peak_memory_mb(pid: int) -> float:
    """The most memory that a process has held, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if "VmHWM" in line)


def _descendants(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents.setdefault(int(_stat(int(entry.name))[1]), []).append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError):
                continue
    found: list[int] = []
    waiting = [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the program's name, which may hold spaces itself."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
