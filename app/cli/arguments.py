"""What can be typed after `counterpoise`.

Opening the window passes here too, so what only a command needs is loaded when one is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .exchange_arguments import add_export, add_import
from .version import VERSION

if TYPE_CHECKING:
    import argparse


class Command(NamedTuple):
    """A sub-command: the module that runs it, what it does, and its own arguments."""

    module: str
    help: str
    add: Callable[[argparse.ArgumentParser], None]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments understood; exits with status 2 and a sentence when they are not."""
    first = next(iter(arguments), "")
    return make_parser([first] if first in COMMANDS else None).parse_args(arguments)


def make_parser(only: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser of the whole command line.

    only: the commands that are wanted (None: all), which is faster.
    """
    import argparse

    from .examples import EXAMPLES, OVERVIEW
    from .help_format import HelpFormat

    parser = argparse.ArgumentParser(
        prog="counterpoise",
        description="Weigh policy options offline.",
        epilog=OVERVIEW,
        formatter_class=HelpFormat,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"counterpoise {VERSION}")
    commands = parser.add_subparsers(
        # Finding the name of the program would measure the terminal.
        prog="counterpoise",
        dest="command",
        required=True,
        metavar="COMMAND",
    )
    for name in COMMANDS if only is None else only:
        command = COMMANDS[name]
        sub = commands.add_parser(
            name,
            help=command.help,
            description=command.help,
            epilog=EXAMPLES[name],
            formatter_class=HelpFormat,
            allow_abbrev=False,
        )
        command.add(sub)
        if name not in _READING_NO_ASSESSMENT:
            _password(sub, "--source-password-file" if name == "share" else "--password-file")
    return parser


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the assessment")


def _new(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    start = parser.add_mutually_exclusive_group()
    start.add_argument("--sample", action="store_true", help="start from the worked example")
    start.add_argument(
        "--template", metavar="NAME", help="start from a template (see counterpoise templates)"
    )
    parser.add_argument(
        "--title", help="the title of the decision (default: the template's, or the file's name)"
    )
    parser.add_argument("--assessor", help="who judges (default: Assessor)")
    _force(parser)


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments of its own."""


def _rank(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--perspective", metavar="NAME", help="whose weights to apply")
    parser.add_argument("--json", action="store_true", help="print JSON with full precision")


def _analyse(parser: argparse.ArgumentParser) -> None:
    from .analyse_arguments import add_questions

    _rank(parser)
    add_questions(parser)


def _policy(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--json", action="store_true", help="print JSON with full precision")


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help="an assessment; several are pooled"
    )


def _sources(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--format", choices=("bib", "ris", "csl"), help="default: by the ending")
    direction = parser.add_mutually_exclusive_group(required=True)
    direction.add_argument(
        "--export", metavar="OUT", type=Path, help="write the register as BibTeX, RIS or CSL-JSON"
    )
    direction.add_argument(
        "--import", metavar="IN", type=Path, dest="source", help="enter the works of such a file"
    )
    parser.add_argument(
        "--author", default=login_name(), help="who imports (default: your login name)"
    )


def _brief(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="where the brief goes; its name ends in .pdf, .docx or .md",
    )
    parser.add_argument(
        "--kind",
        choices=("memo", "note", "report"),
        help="decision memo, one-page note or full report (default: as the assessment says)",
    )
    _since(parser)
    _style(parser)
    parser.add_argument(
        "--attach",
        action="store_true",
        help="attach a copy of the assessment without its history to the PDF",
    )


def _check(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument(
        "--brief",
        metavar="BRIEF.pdf",
        type=Path,
        help="make this brief again from FILE and say whether it is the same",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    _since(parser)
    _style(parser)


def _since(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since",
        metavar="OTHER",
        type=Path,
        help="an earlier state of the assessment, for a brief about what changed since",
    )


def _style(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--style",
        metavar="STYLE.toml",
        type=Path,
        help="the house's letterhead, arms, accent colour, paper and portion marks",
    )


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", type=Path, help="the file to begin with")
    parser.add_argument("after", metavar="B", type=Path, help="the file to compare with it")


def _merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mine", metavar="MINE", type=Path, help="your copy")
    parser.add_argument("theirs", metavar="THEIRS", type=Path, help="the other copy")
    _output(parser, "where the merged file goes; it may be MINE")
    parser.add_argument("--report", metavar="REPORT.md", type=Path, help="write a report, too")
    parser.add_argument(
        "--author", default=login_name(), help="who merges (default: your login name)"
    )
    _force(parser)


def _history(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--changes", action="store_true", help="say what each change did")
    parser.add_argument(
        "--name",
        nargs=2,
        metavar=("NUMBER", "TEXT"),
        help="call the state after a change by a name, such as “as sent”, in FILE itself",
    )


def _share(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _output(parser, "where the copy goes")
    parser.add_argument("--no-names", action="store_true", help="leave out names and times")
    parser.add_argument("--no-history", action="store_true", help="leave out all past states")
    parser.add_argument(
        "--password-file",
        metavar="TEXT",
        type=Path,
        help="seal the copy with the password in this text file",
    )
    _force(parser)


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell you type in")


_READING_NO_ASSESSMENT = ("new", "templates", "completion", "self-test")


def _password(parser: argparse.ArgumentParser, option: str) -> None:
    parser.add_argument(
        option,
        metavar="TEXT",
        type=Path,
        dest="opened_with",
        help="open a file under a password with the one in this text file",
    )
    parser.set_defaults(password_option=option)


def _recover(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the damaged file; it is only read")
    _output(parser, "where what could be recovered goes; nothing may be there yet")


def _output(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=text)


def login_name() -> str:
    """What the account is called, for who makes a change; empty where it has no name."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""  # an account without a name, as in some containers


def _force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="replace FILE if it exists")


COMMANDS = {
    "new": Command("new", "make a new assessment", _new),
    "templates": Command("templates", "list what a new assessment can start from", _nothing),
    "rank": Command("rank", "print the ranking and what would change it", _rank),
    "analyse": Command(
        "analyse", "print how firm the first place is, and what to find out next", _analyse
    ),
    "policy": Command(
        "policy", "print what actors, scenarios, conditions, red lines and evidence say", _policy
    ),
    "review": Command(
        "review", "print what was decided, what came of it, and how likelihoods fared", _review
    ),
    "brief": Command("brief", "write the brief as PDF, Word document or Markdown", _brief),
    "check": Command("check", "say whether a file is whole, or a brief is true to it", _check),
    "diff": Command("diff", "say what differs between two files, and what it does", _diff),
    "merge": Command("merge", "merge two copies of one assessment", _merge),
    "history": Command("history", "list what was changed, by whom and when", _history),
    "share": Command("share", "write a copy for somebody else", _share),
    "sources": Command("sources", "exchange sources with a reference manager", _sources),
    "recover": Command("recover", "recover what is readable of a damaged file", _recover),
    "export": Command("export", "write the assessment in other formats", add_export),
    "import": Command(
        "import_decision", "make an assessment from a table or other formats", add_import
    ),
    "completion": Command("completion", "print what completes names in a shell", _completion),
    "self-test": Command("self_test", "say whether this installation works", _nothing),
}
