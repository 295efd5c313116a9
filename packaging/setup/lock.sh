#!/bin/sh
# Pin the newest dependencies that pyproject.toml allows, with hashes, for every platform.
#
# Arguments are passed on to uv, for example: --upgrade-package numpy
set -eu
cd "$(dirname "$0")/../.."

if ! command -v uv >/dev/null 2>&1; then
    echo "Locking needs uv (https://docs.astral.sh/uv/); put it on the PATH." >&2
    exit 1
fi

pin() { # OUTPUT ARGUMENTS...
    output=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --no-annotate \
        pyproject.toml --output-file "$output" "$@"
}

pin requirements-dev.txt --group setup --group dev "$@"
pin requirements.txt --group setup --constraint requirements-dev.txt
for tools in bench docs judges package; do
    pin "packaging/requirements/$tools.txt" --group setup --group dev --group "$tools" \
        --constraint requirements-dev.txt
done
