"""The dependencies are few, locked with hashes, free of addresses, and PySide6 stays below 6.12."""

import re
import tomllib
from importlib.metadata import version

from tests.architecture.sources import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _project() -> dict:
    return tomllib.loads(_read("pyproject.toml"))


def locked(text: str) -> dict[str, str]:
    """Return name and version of each requirement that a lock pins."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, re.MULTILINE))


def unhashed(text: str) -> list[str]:
    """Return the entries of a lock that accept a file without knowing its hash."""
    entries = re.split(r"\n(?=\S)", text.strip())
    return [
        entry.split()[0]
        for entry in entries
        if not entry.startswith("#") and "--hash=sha256:" not in entry
    ]


def foreign_options(text: str) -> list[str]:
    """Return the lines of a lock that name an address or change where packages come from."""
    return [
        line
        for line in text.splitlines()
        if "://" in line or re.match(r"\s*(-[a-z]\b|--(?!hash=))", line)
    ]


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement)[0]


def test_every_locked_file_is_known_by_its_hash():
    assert [entry for name in LOCKS for entry in unhashed(_read(name))] == []


def test_no_lock_names_an_address():
    assert [line for name in LOCKS for line in foreign_options(_read(name))] == []


def test_what_the_application_needs_is_locked_alike_for_users_and_developers():
    users, developers = (locked(_read(name)) for name in LOCKS)
    assert users.items() <= developers.items()


def test_everything_declared_is_locked():
    project = _project()
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["setup"]]
    assert {_name(requirement) for requirement in declared} <= set(locked(_read(LOCKS[0])))
    tools = {_name(requirement) for requirement in project["dependency-groups"]["dev"]}
    assert tools <= set(locked(_read(LOCKS[1])))


def test_pyside6_is_pinned_below_the_version_that_destroys_none():
    wanted = [
        requirement
        for requirement in _project()["project"]["dependencies"]
        if "pyside" in requirement
    ]
    assert wanted == ["pyside6-essentials>=6.11.3,<6.12"]
    for found in (locked(_read(LOCKS[0]))["pyside6-essentials"], version("pyside6-essentials")):
        assert tuple(map(int, found.split(".")[:2])) < (6, 12)


def test_the_lock_checks_see_what_breaks_them():
    assert unhashed("numpy==2.4.6\nmsgspec==0.22.0 \\\n    --hash=sha256:00\n") == ["numpy==2.4.6"]
    assert foreign_options("--index-url https://example.org/simple\n")
    assert foreign_options("--find-links wheels\nnumpy @ https://example.org/n.whl\n")
    assert foreign_options("numpy==2.4.6 \\\n    --hash=sha256:00\n") == []
