"""What the program says: every message in its source, as translators are given it."""

import ast
from collections.abc import Collection, Sequence
from typing import NamedTuple

from tests.architecture.sources import Source, project_sources, within

MARKS = {"_": 1, "ngettext": 2}
SAID_LATER = {"gettext_noop"}
"""Marks a text that is translated where it is said, not where it stands."""


class Message(NamedTuple):
    """A message and its plural, which is empty where it has none."""

    one: str
    many: str


def messages_of(source: Source) -> list[Message]:
    """The messages of one module, in order; those that are not literal text are passed over."""
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            wanted = MARKS.get(node.func.id, 0)
            texts = [a.value for a in node.args[:wanted] if isinstance(a, ast.Constant)]
            if wanted and len(texts) == wanted:
                found.append(Message(*(*texts, "")[:2]))
    return found


def refusals_of(source: Source, errors: Collection[str]) -> list[Message]:
    """The sentences that errors of one module are made with; they are translated when said."""
    return [
        Message(call.args[0].value, "")
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in SAID_LATER | set(errors)
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def unreadable_calls(source: Source) -> list[int]:
    """The lines on which something else than literal text is to be translated."""
    return [
        node.lineno
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKS
        and not all(isinstance(a, ast.Constant) for a in node.args[: MARKS[node.func.id]])
    ]


def error_names(sources: Sequence[Source]) -> set[str]:
    """The names of all classes of errors in these modules, by way of what they are made from."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {"Exception", "OSError", "RuntimeError", "ValueError"}
    built_in = set(known)
    while found := {name for name, made_from in bases.items() if made_from & known} - known:
        known |= found
    return known - built_in


def program_messages() -> dict[str, list[Message]]:
    """Every message of the program by the module that says it first; each stands once."""
    sources = [*project_sources("app"), *project_sources("db")]
    errors = error_names(sources)
    seen: set[str] = set()
    found: dict[str, list[Message]] = {}
    for source in sources:
        for message in [*messages_of(source), *refusals_of(source, errors)]:
            if message.one not in seen:
                seen.add(message.one)
                found.setdefault(source.module, []).append(message)
    return found


def brief_sources() -> list[Source]:
    """The modules that have a say in a brief: the brief, the charts, and all wording they use."""
    known = {source.module: source for source in project_sources("app")}
    waiting = [m for m in known if within(m, "app.brief", "app.charts")]
    reached: set[str] = set()
    while waiting:
        module = waiting.pop()
        if module in reached:
            continue
        reached.add(module)
        for _line, name in known[module].imports():
            candidates = {name, name.rpartition(".")[0]} & set(known)
            waiting += [found for found in candidates if within(found, "app.wording")]
    return [known[module] for module in sorted(reached)]


def brief_messages() -> list[Message]:
    """Every message that a brief may hold, each once, in the order of the modules."""
    return list(dict.fromkeys(m for source in brief_sources() for m in messages_of(source)))
