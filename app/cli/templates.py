"""`counterpoise templates`: what a new assessment can start from."""

import argparse

from app.exchange.templates import list_templates


def run(_arguments: argparse.Namespace) -> None:
    """Print the name, title and purpose of every template."""
    templates = list_templates()
    width = max(len(template.name) for template in templates)
    for template in templates:
        print(f"{template.name:<{width}}  {template.title}")
        print(f"{'':<{width}}  {template.line}")
