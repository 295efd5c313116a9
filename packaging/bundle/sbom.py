"""The bill of materials of a bundle, as CycloneDX 1.6 in JSON, checked against its schema."""

import uuid
from datetime import UTC, datetime
from importlib.metadata import version

from components import Component
from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Material
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

OURS = uuid.uuid5(uuid.NAMESPACE_DNS, "counterpoise")


def bill(parts: list[Component], moment: int) -> str:
    """The bill as text; equal parts and an equal moment (seconds since 1970) give equal text."""
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    number = version("counterpoise")
    root = Material(
        name="counterpoise",
        version=number,
        type=ComponentType.APPLICATION,
        bom_ref="counterpoise",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    bom.metadata.component = root
    for part in parts:
        bom.components.add(_material(part))
    bom.register_dependency(root, bom.components)
    stated = "\n".join(f"{part.name} {part.version}" for part in parts)
    bom.serial_number = uuid.uuid5(OURS, f"{number} {moment}\n{stated}")
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    faults = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if faults is not None:
        raise ValueError(f"the bill of materials breaks its schema: {faults}")
    return text + "\n"


def _material(part: Component) -> Material:
    return Material(
        name=part.name,
        version=part.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{part.name}@{part.version}",
        purl=PackageURL.from_string(part.address) if part.address else None,
        licenses=[LicenseFactory().make_from_string(part.licence)],
    )
