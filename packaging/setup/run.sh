#!/bin/sh
# Open Counterpoise on a copy of the worked example; without a screen, do the main job headless.
#
# The copy is made once and kept, with whatever the user did to it: build/run/afghanistan.poise.
set -eu
cd "$(dirname "$0")/../.."
sh packaging/setup/setup.sh run

python=.venv/bin/python
folder=build/run
file=$folder/afghanistan.poise
mkdir -p "$folder"

has_screen() { # a display is named (always so on macOS) and Qt can open a window on it
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    # shellcheck disable=SC3045  # Qt aborts where it cannot connect; where known, without a core file
    (ulimit -c 0 || :; "$python" packaging/setup/screen.py) >/dev/null 2>&1
}

if [ -e "$file" ]; then
    echo "Using your copy of the worked example, $file (delete it to begin afresh)."
else
    "$python" -m app new "$file" --sample
fi

if has_screen 2>/dev/null; then
    exec "$python" -m app "$file"
fi

qt=0
missing=$("$python" packaging/setup/qt_libraries.py) || qt=$?
if [ "$qt" = 0 ]; then
    echo "There is no display to open the window on: here is the main job without it."
else
    echo "The window cannot open here ($missing is missing): here is the main job without it."
fi
echo
"$python" -m app rank "$file"
"$python" -m app brief "$file" -o "$folder/brief.pdf"
echo
echo "assessment  $PWD/$file"
echo "brief       $PWD/$folder/brief.pdf"
if [ "$qt" != 4 ]; then
    QT_QPA_PLATFORM=offscreen "$python" -m app.desktop.starting.picture "$file" "$folder/window.png"
    echo "window      $PWD/$folder/window.png"
fi
