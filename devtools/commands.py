"""The commands of `dev.py`."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Sequence

from . import built_files, needs, node_packages, python_packages, testing
from .places import PYTHON
from .run import Trouble, become, follow


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks; gives the exit code. Trouble is said in one line.

    Words that are not ours go on to the programs that have words of their own: bench and shots.
    """
    parser = _parser()
    asked, more = parser.parse_known_args(words)
    if more and asked.act not in (_bench, _shots):
        parser.error(f"unknown: {' '.join(more)}")
    asked.more = more
    try:
        return int(asked.act(asked))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except OSError as error:
        print(f"Cannot use {error.filename}: {error.strerror}.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Set up, serve and test.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    setup = commands.add_parser("setup", help="get and build what is missing")
    setup.add_argument(
        "--tests", action="store_true", help="also what the tests need of Python and npm"
    )
    setup.set_defaults(act=_setup)

    serve = commands.add_parser("serve", help="set up, prepare the database, and serve")
    serve.add_argument("--port", type=_port, default=8000, help="the port to listen on (8000)")
    serve.set_defaults(act=_serve)

    test = commands.add_parser("test", help="set up, and run every check there is")
    test.add_argument(
        "--without",
        type=_names,
        default=(),
        metavar="NAMES",
        help=f"leave out the tests that need these: {','.join(needs.NAMES)}",
    )
    test.set_defaults(act=_test)

    for name, act, meaning in (
        ("check", _check, "the quick part of the tests, for every few minutes"),
        ("bench", _bench, "measure speed and size"),
        ("lock", _lock, "write the locks of the Python packages anew, with uv"),
        ("shots", _shots, "take a picture of every page"),
    ):
        commands.add_parser(name, help=meaning).set_defaults(act=act)
    return parser


def _port(word: str) -> int:
    if not (word.isdecimal() and 0 < int(word) < 65536):
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(word)


def _names(word: str) -> tuple[str, ...]:
    names = tuple(filter(None, word.split(",")))
    unknown = [name for name in names if name not in needs.NAMES]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"{', '.join(unknown)}: only these can be left out: {', '.join(needs.NAMES)}"
        )
    return names


def _prepare(*, tests: bool) -> None:
    """Take every step of the set-up that is not done yet."""
    python_packages.environment()
    python_packages.packages(tests=tests)
    python_packages.server_packages()
    node_packages.packages(tests=tests)
    built_files.build()


def _setup(asked: argparse.Namespace) -> int:
    _prepare(tests=asked.tests)
    return 0


def _serve(asked: argparse.Namespace) -> int:
    _ask_for_port(asked.port)
    _prepare(tests=False)
    return become(PYTHON, "-m", "coprod_survey", "start", "--port", str(asked.port))


def _ask_for_port(port: int) -> None:
    """See that nobody listens there, before anyone waits for a set-up."""
    with socket.socket() as ours:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(sys.platform != "win32"))
        try:
            ours.bind(("127.0.0.1", port))
        except OSError as error:
            raise Trouble(
                f"Port {port} cannot be used ({error.strerror})."
                f" Try another: python3 dev.py serve --port {port + 1 if port < 65535 else 8001}"
            ) from error


def _test(asked: argparse.Namespace) -> int:
    _prepare(tests=True)
    environ = needs.meet(without=asked.without)
    return testing.everything(without=asked.without, environ=environ)


def _check(asked: argparse.Namespace) -> int:
    _prepare(tests=True)
    return testing.quick()


def _bench(asked: argparse.Namespace) -> int:
    _prepare(tests=True)
    return follow(PYTHON, "-m", "bench", *asked.more)


def _lock(asked: argparse.Namespace) -> int:
    python_packages.lock()
    return 0


def _shots(asked: argparse.Namespace) -> int:
    _prepare(tests=True)
    environ = needs.meet(without=set(needs.NAMES) - {"browser"})
    return follow(PYTHON, "-m", "tests.shots", *asked.more, environ=environ)
