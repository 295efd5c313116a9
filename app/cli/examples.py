"""What stands under the help of the command line: examples of every command, and exit statuses."""

from typing import Final

OVERVIEW: Final = """\
counterpoise FILE        opens the assessment in a window
counterpoise             opens the window on its start page

examples:
  counterpoise new afghanistan.poise --sample
  counterpoise rank afghanistan.poise --perspective Russia
  counterpoise import table.xlsx -o decision.poise
  counterpoise brief afghanistan.poise -o brief.pdf

exit status: 0 done, 1 not done, 2 not understood, 130 interrupted
"""

_LINES: Final = {
    "new": (
        "counterpoise new afghanistan.poise --sample",
        "counterpoise new access.poise --template access",
    ),
    "templates": ("counterpoise templates",),
    "rank": (
        "counterpoise rank afghanistan.poise",
        "counterpoise rank afghanistan.poise --perspective Russia --json",
    ),
    "analyse": (
        "counterpoise analyse afghanistan.poise",
        "counterpoise analyse afghanistan.poise --samples 200000 --json > analysis.json",
    ),
    "policy": ("counterpoise policy afghanistan.poise --json > policy.json",),
    "review": ("counterpoise review afghanistan.poise",),
    "brief": (
        "counterpoise brief afghanistan.poise -o brief.pdf",
        "counterpoise brief afghanistan.poise --kind note -o note.docx",
    ),
    "check": (
        "counterpoise check afghanistan.poise",
        "counterpoise check afghanistan.poise --brief brief.pdf",
    ),
    "diff": ("counterpoise diff before.poise after.poise",),
    "merge": ("counterpoise merge mine.poise theirs.poise -o both.poise --report merge.md",),
    "history": (
        "counterpoise history afghanistan.poise --changes",
        'counterpoise history afghanistan.poise --name 12 "as sent"',
    ),
    "share": ("counterpoise share afghanistan.poise -o copy.poise --no-names",),
    "sources": (
        "counterpoise sources afghanistan.poise --export sources.bib",
        "counterpoise sources afghanistan.poise --import new.ris",
    ),
    "recover": ("counterpoise recover damaged.poise -o recovered.poise",),
    "export": (
        "counterpoise export afghanistan.poise --xlsx table.xlsx --charts pictures",
        "counterpoise export afghanistan.poise --csv table.csv --decimal comma",
        "counterpoise export afghanistan.poise --zip everything.zip",
    ),
    "import": (
        "counterpoise import table.xlsx -o decision.poise",
        "counterpoise import table.csv --preview",
        "counterpoise import table.csv --role 3=weight --scale C=20..0 -o decision.poise",
        "counterpoise import scores.xlsx --into decision.poise",
        "counterpoise import criteria.xml performances.xml weights.xml -o decision.poise",
        "counterpoise import afghanistan.json copy.poise",
    ),
    "completion": (
        'bash: eval "$(counterpoise completion bash)", in ~/.bashrc',
        'zsh:  eval "$(counterpoise completion zsh)", in ~/.zshrc after compinit',
        "fish: counterpoise completion fish | source, in ~/.config/fish/config.fish",
    ),
    "self-test": ("counterpoise self-test",),
}

EXAMPLES: Final = {
    name: "\n".join(("examples:", *(f"  {line}" for line in lines)))
    for name, lines in _LINES.items()
}
"""What stands under the help of every command."""
