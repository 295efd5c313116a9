#!/bin/sh
# Build everything for Linux: the bundle, the .deb, the tarball, the bill of materials, checksums.
# What it made is in build/package/out. `make package` calls it.
set -eu
cd -P "$(dirname "$0")/../.."
sh packaging/setup/setup.sh package
for tool in dpkg-deb dpkg-shlibdeps objdump strip; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "$tool is missing: on Debian, apt-get install dpkg-dev binutils" >&2
        exit 1
    }
done
umask 022
exec .venv/bin/python packaging/linux/build.py
