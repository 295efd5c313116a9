#!/bin/sh
# Make .venv with the locked dependencies and the `counterpoise` command in it.
#
#   sh packaging/setup/setup.sh [run|dev|bench|docs|judges|package]
#
# "run" (the default) installs what the application needs, "dev" the tools for its tests as well; each
# of the others adds to those the tools of one task, and leaves what is there in place.
# A second call finds everything in place and ends at once. As root on Debian and its like, what the
# system lacks is installed with apt; otherwise the command to type is printed. Only .venv and build
# artefacts inside this folder are written to. PYTHON=/path/to/python chooses the interpreter; the
# settings of pip and of a proxy are taken from the environment as they are.
set -eu
cd -P "$(dirname "$0")/../.."

level=${1:-run}
case $level in
run) lock=requirements.txt ;;
dev) lock=requirements-dev.txt ;;
bench | docs | judges | package) lock=packaging/requirements/$level.txt ;;
*)
    echo "setup.sh takes run, dev, bench, docs, judges or package, not '$level'." >&2
    exit 2
    ;;
esac

venv=.venv
python=$venv/bin/python
log=build/setup.log

# For an X11 or Wayland session, for drawing without one, and for the fonts of the screen.
qt_packages="libegl1 libgl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1
libfreetype6 libglib2.0-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
libxcb-xkb1 libxcb1 libwayland-client0 libwayland-cursor0 libwayland-egl1"

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

is_root() { [ "$(id -u)" = 0 ]; }
has_apt() { command -v apt-get >/dev/null 2>&1; }

apt_install() { # PACKAGE...: true if all of them are there afterwards
    say "Installing with apt: $*"
    if ! apt-get update >>"$log" 2>&1; then
        complain "apt could not refresh its lists of packages (see $log); trying the lists it has."
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1
}

suits() { # PYTHON: new enough and able to make a virtual environment
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 &&
        "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

find_python() { # prints the first interpreter that suits
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python3.14; do
        if suits "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

require_python() { # sets $chosen, installing Python or its venv module where we may
    chosen=$(find_python) && return 0
    if has_apt && is_root; then
        apt_install python3 python3-venv || complain "apt could not install Python (see $log)."
        chosen=$(find_python) && return 0
    fi
    complain "Counterpoise needs Python 3.11 or newer with its venv module, and found none."
    if has_apt && ! is_root; then
        complain "Install it with:  sudo apt-get install python3 python3-venv"
    else
        complain "Install it from your system's packages or python.org, or name one with PYTHON=…"
    fi
    return 1
}

fingerprint() { # LEVEL: of everything that decides what the environment holds, and where it stands
    {
        pwd
        say "$1"
        cat requirements.txt pyproject.toml packaging/setup/setup.sh
        [ "$1" = run ] || cat requirements-dev.txt
        case $1 in run | dev) ;; *) cat "packaging/requirements/$1.txt" ;; esac
    } | cksum
}

stamp() { printf '%s/counterpoise-%s' "$venv" "$1"; }

in_place() { # LEVEL: the environment of that level is complete and up to date
    [ -f "$(stamp "$1")" ] && [ "$(cat "$(stamp "$1")")" = "$(fingerprint "$1")" ] && works
}

drop_stamps() { # what was installed may change: nothing is in place until it has been seen to be
    for each in run dev bench docs judges package; do rm -f "$(stamp "$each")"; done
}

install_log_failed() { # SENTENCE
    tail -n 15 "$log" >&2
    complain "$1 The whole record is in $log."
    return 1
}

works() { # the environment's own Python runs, is new enough and has pip
    "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

make_venv() {
    if [ -e "$venv" ]; then
        works && return 0
        say "The environment in $venv does not work (any more); making it anew."
        rm -rf "$venv"
    fi
    require_python
    say "Making $venv with $("$chosen" --version)."
    "$chosen" -m venv "$venv" >>"$log" 2>&1 ||
        install_log_failed "$chosen could not make the virtual environment."
}

install_locked() {
    say "Installing the locked dependencies ($lock)."
    "$python" -m pip install --require-hashes --no-deps -r "$lock" >>"$log" 2>&1 ||
        install_log_failed "The dependencies could not be installed. Is the package index in reach?"
    # The project itself: the pinned build backend is there already, so no network is needed.
    "$python" -m pip install --no-index --no-deps --no-build-isolation -e . >>"$log" 2>&1 ||
        install_log_failed "The command 'counterpoise' could not be installed."
}

qt_state() { # prints what is missing; see qt_libraries.py for the meaning of its exit status
    "$python" packaging/setup/qt_libraries.py
}

provide_qt() { # the system libraries of the window; without them the command line still works
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(qt_state) && return 0
    if has_apt && is_root; then
        # shellcheck disable=SC2086  # one word a package
        apt_install $qt_packages || complain "apt could not install Qt's system libraries (see $log)."
        missing=$(qt_state) && return 0
    fi
    complain "Qt's system libraries are not complete ($missing): the window may not open; the command"
    complain "line works without them. To add them:"
    if has_apt; then
        # shellcheck disable=SC2086
        complain "  sudo apt-get install" $qt_packages
    else
        complain "  install libEGL, libGL, libxkbcommon, libdbus, fontconfig, glib and libxcb-cursor"
        complain "  with your system's package manager"
    fi
}

mkdir -p build
if ! in_place "$level"; then
    : >"$log"
    make_venv
    [ "$level" != run ] && [ "$level" != dev ] && in_place dev || drop_stamps
    install_locked
    fingerprint run >"$(stamp run)"
    [ "$level" = run ] || fingerprint dev >"$(stamp dev)"
    fingerprint "$level" >"$(stamp "$level")"
    say "$venv is ready."
fi
if [ ! -f "$(stamp qt)" ]; then
    provide_qt
    if qt_state >/dev/null; then : >"$(stamp qt)"; fi
fi
