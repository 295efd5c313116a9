"""What the program says: every message in its source, as translators are given it."""

import ast
from typing import NamedTuple

from tests.architecture.sources import Source, project_sources, within

MARKS = {"_": 1, "ngettext": 2}


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
