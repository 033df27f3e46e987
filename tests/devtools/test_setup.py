"""`dev.py` sets up what is missing, once, and says in one line what stops it."""

from __future__ import annotations

import ast
import os
import re
import runpy
import socket
import sys
from pathlib import Path

import pytest

from tests.devtools.clone import ROOT, Clone


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A bare clone on a machine of fakes."""
    return Clone(tmp_path)


def only_line(done) -> str:
    """The one line of trouble that a failed run ended with."""
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr + done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_bare_clone_is_set_up_in_a_few_steps_that_each_say_so(clone):
    done = clone.dev("setup")
    assert done.returncode == 0, done.stderr
    assert [line.split(" (")[0] for line in done.stdout.splitlines()] == [
        "Making a virtual environment in .venv",
        "Installing the Python packages of the product",
        "Installing the npm packages",
        "Building the styles and scripts",
    ]
    asked = clone.asked()
    assert any("--require-hashes -r" in line for line in asked)
    assert any(re.match(r"npm ci --ignore-scripts .*--omit=dev$", line) for line in asked)


def test_a_second_set_up_takes_no_step(clone):
    clone.dev("setup")
    clone.asked()
    again = clone.dev("setup")
    assert (again.returncode, again.stdout, clone.asked()) == (0, "", [])


def test_the_tests_packages_hold_the_products(clone):
    clone.dev("setup", "--tests")
    npm = [line for line in clone.asked() if line.startswith("npm")]
    assert len(npm) == 1 and "--omit" not in npm[0]
    assert clone.dev("setup").stdout == ""


def test_packages_for_servers_are_installed_when_a_setting_names_one(clone):
    clone.dev("setup")
    done = clone.dev("setup", COPROD_DATABASE_URL="postgresql+psycopg://here/survey")
    assert done.stdout == "Installing the Python packages for PostgreSQL and Redis\n"


def test_only_bench_and_shots_take_words_that_we_do_not_know(clone):
    clone.dev("bench", "--quick")
    assert clone.asked()[-1] == "python -m bench --quick"
    done = clone.dev("setup", "--quick")
    assert (done.returncode, clone.asked()) == (2, [])


def test_a_changed_lock_is_installed_again(clone):
    clone.dev("setup")
    with (clone.folder / "requirements.txt").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert clone.dev("setup").stdout.startswith("Installing the Python packages")


def test_removed_built_files_are_built_again(clone):
    clone.dev("setup")
    (clone.folder / "coprod_survey/static/built/manifest.json").unlink()
    assert clone.dev("setup").stdout == "Building the styles and scripts\n"


def test_a_changed_style_is_built_again(clone):
    clone.dev("setup")
    (clone.folder / "coprod_survey/static/styles/new.scss").write_text("p{}", encoding="utf-8")
    assert clone.dev("setup").stdout == "Building the styles and scripts\n"


def test_changed_welsh_is_compiled_again(clone):
    words = clone.folder / "translations/cy/LC_MESSAGES/messages.po"
    words.parent.mkdir(parents=True)
    clone.dev("setup")
    for text in ("un", "dau"):
        words.write_text(text, encoding="utf-8")
        assert clone.dev("setup").stdout == "Compiling the Welsh words\n"
    assert clone.dev("setup").stdout == ""


def test_a_step_that_failed_is_taken_again(clone):
    clone.fake("npm", "#!/bin/sh\necho 'npm error code EAI_AGAIN'; exit 1\n")
    clone.dev("setup")
    assert "Installing the npm packages" in clone.dev("setup").stdout


def test_an_old_node_is_replaced_by_our_own(clone):
    clone.fake("node", "#!/bin/sh\necho v18.19.0\n")
    assert "Installing Node.js, as this machine has none" in clone.dev("setup").stdout


def test_linked_npm_packages_are_never_emptied(clone, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (clone.folder / "node_modules").symlink_to(tmp_path / "elsewhere")
    assert "node_modules is a link" in only_line(clone.dev("setup"))
    assert not any(line.startswith("npm") for line in clone.asked())


def test_no_network_for_python_packages_is_said_in_one_line(clone):
    fails = "echo 'error: Request failed'; echo '  Caused by: dns error: failed to lookup'; exit 2"
    clone.fake("uv", f'#!/bin/sh\n[ "$1" = venv ] && exec mkdir -p .venv/bin\n{fails}\n')
    assert only_line(clone.dev("setup")) == (
        "Could not install the Python packages: there is no network connection,"
        " or it does not let us through. (More in instance/setup.log.)"
    )


def test_no_network_for_npm_packages_is_said_in_one_line(clone):
    clone.fake("npm", "#!/bin/sh\necho 'npm error code ENOTFOUND'; exit 1\n")
    assert "npm packages: there is no network" in only_line(clone.dev("setup"))


def test_another_failure_gives_the_line_that_tells_most(clone):
    clone.fake("npm", "#!/bin/sh\necho 'npm error code EUSAGE'; echo 'see the log'; exit 1\n")
    assert "npm error code EUSAGE." in only_line(clone.dev("setup"))


def test_a_python_without_venv_names_the_debian_package(clone, tmp_path):
    (clone.programs / "uv").unlink()
    (tmp_path / "sitecustomize.py").write_text(
        "import sys; sys.modules['ensurepip'] = None", encoding="utf-8"
    )
    line = only_line(clone.dev("setup", PYTHONPATH=str(tmp_path)))
    assert "apt install python3-venv" in line


def test_a_taken_port_is_said_before_any_set_up(clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        line = only_line(clone.dev("serve", "--port", str(port)))
    assert line.startswith(f"Port {port} cannot be used (Address already in use).")
    assert clone.asked() == []


def test_a_folder_that_cannot_be_written_to_is_said_in_one_line(clone, tmp_path):
    refuse = "import os; real = os.access; os.access = lambda p, m: m != os.W_OK and real(p, m)"
    (tmp_path / "sitecustomize.py").write_text(refuse, encoding="utf-8")
    line = only_line(clone.dev("setup", PYTHONPATH=str(tmp_path)))
    assert re.match(r"The folder .*/clone cannot be written to", line)


def test_a_stamp_that_cannot_be_kept_is_said_in_one_line(clone):
    (clone.folder / "instance").touch()
    assert "instance" in only_line(clone.dev("setup"))


def test_an_old_python_can_read_what_is_wrong_with_it(monkeypatch):
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"Python 3.11 or newer is needed, and this is Python 3.9"):
        runpy.run_path(str(ROOT / "dev.py"))


def test_serving_turns_into_the_platform_itself(clone):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    assert clone.dev("serve", "--port", port).returncode == 0
    assert clone.asked()[-1] == f"python -m coprod_survey start --port {port}"


def test_no_address_of_a_registry_is_kept():
    for lock in ROOT.glob("requirements*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8")


def test_every_package_asked_for_is_locked():
    for asked in ROOT.glob("requirements*.in"):
        lock = asked.with_suffix(".txt").read_text(encoding="utf-8")
        for line in asked.read_text(encoding="utf-8").splitlines():
            package = re.match(r"[a-z][\w-]*", line)
            assert not package or re.search(rf"^{package[0]}(\[.*\])?==", lock, re.M), line


def test_the_ci_script_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
