#!/bin/sh
# Install what `make package` built into clean Debian 12 roots, use it there, and take it away again.
#
#   sh packaging/linux/try_in_clean_root.sh [OUT [FOLDER]]
#
# OUT (default build/package/out) holds the .deb and the tarball; FOLDER (default build/clean-root)
# takes the roots. It needs root, debootstrap, unshare, and a Debian mirror (MIRROR=…) to install from;
# everything of Counterpoise itself runs without a network. Three roots, none with Python or a compiler:
#
#   bare      nothing but Debian's smallest system: are the package's dependencies complete?
#   desktop   a desktop's tools and Xvfb: does a double click open the file, is nothing left behind?
#   user      the same, with the tarball, as an ordinary user
# shellcheck disable=SC2016  # what stands in single quotes is expanded inside the root
set -eu
cd -P "$(dirname "$0")/../.."
out=$(cd "${1:-build/package/out}" && pwd)
mkdir -p "${2:-build/clean-root}"
folder=$(cd "${2:-build/clean-root}" && pwd)
home=home/officer # below a root
log=$folder/log
: >"$log"

deb=$(ls "$out"/counterpoise_*.deb)
tarball=$(ls "$out"/counterpoise-*-linux-*.tar.xz)
desktop_tools="xvfb xdg-utils shared-mime-info desktop-file-utils libglib2.0-bin hicolor-icon-theme
libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libx11-xcb1 libwayland-client0
libwayland-cursor0 fontconfig-config weston xz-utils"

say() { printf '%s\n' "$*"; }
fail() {
    say "FAILED: $*" >&2
    tail -n 20 "$log" >&2
    exit 1
}
quietly() { "$@" >>"$log" 2>&1 || fail "$*"; }

leave() {
    for root in "$folder"/bare "$folder"/desktop "$folder"/user; do
        ! mountpoint -q "$root/proc" || umount "$root/proc"
    done
}
trap leave EXIT
trap 'exit 130' INT TERM

make_root() { # NAME FROM
    rm -rf "${folder:?}/$1"
    cp -a "$folder/$2" "$folder/$1"
    mount -t proc proc "$folder/$1/proc"
}
as_root() { # NAME COMMAND...
    root=$folder/$1
    shift
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}
as_officer() { # NAME COMMAND...: without a network
    root=$folder/$1
    shift
    unshare --net chroot --userspec=officer:officer "$root" env -i LANG=C.UTF-8 \
        PATH="/$home/.local/bin:/usr/bin:/bin" HOME="/$home" \
        XDG_RUNTIME_DIR="/$home/.run" XDG_CURRENT_DESKTOP=GNOME "$@"
}
has_no_tools() { # NAME
    for tool in python3 python gcc cc make; do
        ! as_root "$1" sh -c "command -v $tool" >/dev/null 2>&1 || fail "$1 has $tool"
    done
}
files_of() { # NAME: every file but what apt, dpkg and the kernel keep for themselves
    (cd "$folder/$1" && find . -xdev \( -path ./proc -o -path ./home -o -path ./tmp -o -path ./dev \
        -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \) \
        -prune -o -print | sort)
}
make_officer() { # NAME
    as_root "$1" useradd --create-home officer
    as_officer "$1" sh -c 'cd; mkdir -m 700 .run; mkdir -p Documents .local/share/Counterpoise
        echo unfinished >.local/share/Counterpoise/work'
}
work() { # NAME COMMAND: the worked example by hand: ranking, brief, self-test
    as_officer "$1" sh -euc '
        cd ~/Documents
        "$0" new afghanistan.poise --sample
        "$0" rank afghanistan.poise | sed -n "4,6p"
        "$0" brief afghanistan.poise -o brief.pdf
        head -c 5 brief.pdf | grep -q %PDF-
        "$0" check afghanistan.poise --brief brief.pdf
        export _ARGCOMPLETE=1 _ARGCOMPLETE_STDOUT_FILENAME=completed COMP_POINT=15
        COMP_LINE="counterpoise ra" "$0" 2>/dev/null
        unset _ARGCOMPLETE
        grep -q rank completed && rm completed
        "$0" self-test' "$2" || fail "working in the root $1"
}
open_by_association() { # NAME: what a double click does, under Xvfb
    as_officer "$1" sh -euc '
        cd ~/Documents
        cp afghanistan.poise no-ending
        for file in afghanistan.poise no-ending; do
            kind=$(gio info -a standard::content-type $file | sed -n "s/.*content-type: //p")
            [ "$kind" = application/x-counterpoise ] || { echo "$file is taken for $kind"; exit 1; }
        done
        default=$(xdg-mime query default application/x-counterpoise)
        [ "$default" = counterpoise.desktop ] || { echo "opened by $default"; exit 1; }
        Xvfb :99 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
        screen=$!
        export DISPLAY=:99 COUNTERPOISE_PAINT_PROBE=$HOME/painted.json
        tries=0
        until [ -e /tmp/.X11-unix/X99 ] || [ $tries -ge 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        xdg-open afghanistan.poise 2>$HOME/.run/messages
        tries=0
        until [ -s "$COUNTERPOISE_PAINT_PROBE" ] || [ $tries -ge 600 ]; do
            sleep 0.1
            tries=$((tries + 1))
        done
        sleep 1
        kill $screen
        [ -s "$COUNTERPOISE_PAINT_PROBE" ] || { cat $HOME/.run/messages; exit 1; }
        rm "$COUNTERPOISE_PAINT_PROBE"' || fail "opening by association in the root $1"
    say "xdg-open: type, handler and window are Counterpoise's; the ranking was painted on X11"
}
open_on_wayland() { # NAME: the same window without X11
    as_officer "$1" sh -euc '
        cd ~/Documents
        weston --backend=headless-backend.so --socket=desk --idle-time=0 >~/.run/weston 2>&1 &
        screen=$!
        tries=0
        until [ -S ~/.run/desk ] || [ $tries -ge 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        WAYLAND_DISPLAY=desk QT_QPA_PLATFORM=wayland COUNTERPOISE_PAINT_PROBE=$HOME/painted.json \
            timeout 60 "$0" afghanistan.poise 2>~/.run/messages || :
        kill $screen
        [ -s ~/painted.json ] || { cat ~/.run/messages ~/.run/weston; exit 1; }
        rm ~/painted.json' "$2" || fail "opening on Wayland in the root $1"
    say "the ranking was painted on Wayland"
}
kept() { # NAME: the officer's own data are still there
    [ -s "$folder/$1/$home/Documents/afghanistan.poise" ] || fail "the assessment is gone"
    [ -s "$folder/$1/$home/.local/share/Counterpoise/work" ] || fail "work is gone"
    [ -d "$folder/$1/$home/.config/Counterpoise" ] || fail "the settings are gone"
}

if [ ! -e "$folder/base/complete" ]; then
    say "Making a clean Debian 12 root."
    rm -rf "$folder/base"
    quietly debootstrap --variant=minbase bookworm "$folder/base" ${MIRROR:+"$MIRROR"}
    : >"$folder/base/complete"
fi

say "== bare: the .deb in the smallest Debian"
make_root bare base
has_no_tools bare
quietly as_root bare apt-get update
cp "$deb" "$folder/bare/tmp/counterpoise.deb"
quietly as_root bare apt-get install -y --no-install-recommends /tmp/counterpoise.deb
has_no_tools bare
make_officer bare
work bare counterpoise
say "$(du -sm "$folder/bare/usr/lib/counterpoise" | cut -f1) MiB unpacked"

say "== desktop: the .deb, a double click, and its removal"
make_root desktop base
quietly as_root desktop apt-get update
# shellcheck disable=SC2086  # one word a package
quietly as_root desktop apt-get install -y --no-install-recommends $desktop_tools
has_no_tools desktop
umount "$folder/desktop/proc"
make_root user desktop
mount -t proc proc "$folder/desktop/proc"
make_officer desktop
files_of desktop >"$folder/before"
cp "$deb" "$folder/desktop/tmp/counterpoise.deb"
quietly as_root desktop apt-get install -y --no-install-recommends /tmp/counterpoise.deb
[ -z "$(as_root desktop dpkg --verify counterpoise)" ] || fail "the installed files are not as packed"
work desktop counterpoise
open_by_association desktop
open_on_wayland desktop counterpoise
quietly as_root desktop apt-get purge -y --autoremove counterpoise
files_of desktop >"$folder/after"
diff "$folder/before" "$folder/after" || fail "something is left, or gone"
! grep -rlsi counterpoise "$folder/desktop/usr" "$folder/desktop/etc" || fail "something names it"
kept desktop
say "purged: not one file more or less than before; the officer's data are kept"

say "== user: the tarball, without administrator rights"
make_officer user
cp "$tarball" "$folder/user/$home/counterpoise.tar.xz"
homes() { (cd "$folder/user/$home" && find . | sort); }
files_of user >"$folder/before"
as_officer user sh -euc 'cd; mkdir unpacked; tar -xf counterpoise.tar.xz -C unpacked --strip-components 1'
homes >"$folder/home-before"
as_officer user sh "/$home/unpacked/install.sh"
as_officer user sh "/$home/unpacked/install.sh" >>"$log" # once more: as good as once
work user counterpoise
open_by_association user
as_officer user sh "/$home/.local/lib/counterpoise/uninstall.sh"
homes >"$folder/home-after"
left=$(comm -13 "$folder/home-before" "$folder/home-after" |
    grep -vE '^\./(Documents/|\.cache(/|$)|\.config(/|$)|\.local$|\.local/share$|\.run/)|^\./\.local/share/Counterpoise' || :)
[ -z "$left" ] || fail "left in the home folder: $left"
[ -z "$(comm -23 "$folder/home-before" "$folder/home-after")" ] || fail "the officer misses files"
files_of user >"$folder/after"
diff "$folder/before" "$folder/after" || fail "the system was changed"
kept user
say "uninstalled: only the officer's data are left"
leave
rm -rf "$folder/bare" "$folder/desktop" "$folder/user"
say "All of it works."
