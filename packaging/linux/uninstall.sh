#!/bin/sh
# Take away what install.sh put into the home folder. Assessments, settings and working copies stay.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
library=$HOME/.local/lib/counterpoise
list=$library/installed.txt

if [ ! -f "$list" ]; then
    echo "Counterpoise is not installed in $library." >&2
    exit 1
fi

prune() { # FOLDER: remove it and the empty folders above it, as far as the home folder
    folder=$1
    while [ "$folder" != "$HOME" ] && [ "$folder" != / ] && rmdir "$folder" 2>/dev/null; do
        folder=$(dirname "$folder")
    done
}

while IFS= read -r file; do
    rm -f "$file"
    prune "$(dirname "$file")"
done <"$list"
rm -rf "$library"
prune "$(dirname "$library")"

# What the desktop derived from our files; where nothing else is registered, nothing is left of it.
if [ -d "$data/mime/packages" ] && command -v update-mime-database >/dev/null 2>&1; then
    update-mime-database "$data/mime" >/dev/null 2>&1 || :
elif [ -d "$data/mime" ]; then
    for derived in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache \
        subclasses treemagic types version application/x-counterpoise.xml; do
        rm -f "$data/mime/$derived"
    done
    prune "$data/mime/application"
    prune "$data/mime"
fi
if [ -f "$data/applications/mimeinfo.cache" ]; then
    if [ -n "$(find "$data/applications" -name '*.desktop' | head -n 1)" ]; then
        ! command -v update-desktop-database >/dev/null 2>&1 ||
            update-desktop-database "$data/applications" >/dev/null 2>&1 || :
    else
        rm -f "$data/applications/mimeinfo.cache"
        prune "$data/applications"
    fi
fi

if [ "${1:-}" != --quiet ]; then
    echo "Counterpoise is gone. Your assessments, settings and working copies are still there."
fi
