"""Build everything for Linux: bundle, .deb, tarball, bill of materials, checksums.

`make package` calls it; what it made is in build/package/out.
"""

import hashlib
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bundle"))

import make_bundle
from deb import write_deb
from shared_files import write_share
from tarball import write_tarball


def main() -> int:
    """Build, print where and how large it is; the exit status."""
    status = make_bundle.main()
    if status:
        return status
    bundle, out = make_bundle.BUNDLE, make_bundle.OUT / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    share = make_bundle.OUT / "share"
    shutil.rmtree(share, ignore_errors=True)
    write_share(share)
    with ThreadPoolExecutor() as both:  # compressing takes longest, and goes on outside of Python
        begun = [both.submit(write, bundle, share, out) for write in (write_deb, write_tarball)]
        made = [each.result() for each in begun]
    bill = out / f"counterpoise-{version('counterpoise')}.cdx.json"
    shutil.copyfile(bundle.with_suffix(".cdx.json"), bill)
    sums = "".join(f"{_sha256(path)}  {path.name}\n" for path in sorted([*made, bill]))
    (out / "SHA256SUMS").write_text(sums, encoding="utf-8")
    for path in sorted(out.iterdir()):
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path.relative_to(make_bundle.contents.ROOT)}")
    return 0


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
