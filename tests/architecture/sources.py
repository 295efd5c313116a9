"""The project's source files as syntax trees, and what can be asked of one."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One module: its dotted name and its text."""

    module: str
    text: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        """How long the module is."""
        return len(self.text.splitlines())

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Yield every node of the given kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and absolute dotted name of everything imported, wherever it stands.

        `from a.b import c` gives `a.b.c`, whether `c` is a module or a name in one.
        """
        for node in self.nodes(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            else:
                start = self._origin(node)
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.module.split(".")
        kept = parts[: len(parts) - node.level + self.is_package]
        return ".".join([*kept, node.module] if node.module else kept)


@cache
def project_sources(*packages: str) -> tuple[Source, ...]:
    """Return every module of the given top-level packages, in order."""
    return tuple(
        _read(path) for package in packages for path in sorted((ROOT / package).rglob("*.py"))
    )


def _read(path: Path) -> Source:
    parts = path.relative_to(ROOT).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    module = ".".join(parts[:-1] if is_package else parts)
    return Source(module, path.read_text(encoding="utf-8"), is_package)


def within(name: str, *prefixes: str) -> bool:
    """Tell whether a dotted name is one of the prefixes or stands below one."""
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)
