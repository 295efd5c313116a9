"""Judge files: a JSON object of what each judge holds against each of them.

A process of its own, because a Java machine once started cannot be stopped without its process.
"""

import json
import os
import sys
from pathlib import Path

from tests.judges import second, verapdf
from tests.judges.claims import claims_of

JUDGES = {"veraPDF": verapdf.failures, "page-validation": second.failures}


def judge(path: Path) -> dict[str, list[str]]:
    """Return what each judge says against a file, held to what it claims itself."""
    claims = claims_of(path)
    missing = [] if len(claims) == 2 else [f"claims only {claims}"]
    return {
        name: [*missing, *(line for claim in claims for line in failures(path, claim))]
        for name, failures in JUDGES.items()
    }


if __name__ == "__main__":
    json.dump({path: judge(Path(path)) for path in sys.argv[1:]}, sys.stdout)
    sys.stdout.flush()
    os._exit(0)
