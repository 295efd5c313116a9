#!/bin/sh
# Install Counterpoise for the user who runs this; uninstall.sh takes it away again.
set -eu
here=$(cd -P "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
library=$HOME/.local/lib/counterpoise
commands=$HOME/.local/bin
list=$library/installed.txt

if [ -e "$library" ] && [ ! -f "$list" ]; then
    echo "$library is there and was not made by this installer. Move it away first." >&2
    exit 1
fi
if [ -f "$list" ]; then
    sh "$library/uninstall.sh" --quiet
fi

mkdir -p "$library" "$commands" "$data"
cp -R "$here/counterpoise/." "$library/"
cp "$here/uninstall.sh" "$library/"
ln -sfn "$library/counterpoise" "$commands/counterpoise"
{
    echo "$commands/counterpoise"
    cd "$here/share"
    find . -type f | sort | while IFS= read -r file; do
        mkdir -p "$data/$(dirname "$file")"
        cp "$file" "$data/$file"
        echo "$data/${file#./}"
    done
} >"$list"

# The menu does not search ~/.local/bin everywhere, so its entry names the program in full.
entry=$data/applications/counterpoise.desktop
quoted=$(printf '%s' "$library/counterpoise" | sed 's/[\\&|]/\\&/g')
sed "s|^Exec=counterpoise|Exec=\"$quoted\"|; s|^TryExec=.*|TryExec=$quoted|" "$entry" >"$entry.new"
mv "$entry.new" "$entry"

refresh() { # COMMAND FOLDER
    ! command -v "$1" >/dev/null 2>&1 || "$1" "$2" >/dev/null 2>&1 || :
}
refresh update-mime-database "$data/mime"
refresh update-desktop-database "$data/applications"

echo "Counterpoise is installed. Start it from the menu, with a double click on a .poise file, or as"
echo "    $commands/counterpoise"
echo "To take it away:  sh $library/uninstall.sh"
