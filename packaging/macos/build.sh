#!/bin/sh
# Build Counterpoise.app and its dmg on macOS. What it made is in build/package/out.
#
#   sh packaging/macos/build.sh
#
# IDENTITY (of a Developer ID certificate in the keychain) signs it; without one it is signed for
# this Mac only, and others open it with a right click. Not tested on macOS yet.
set -eu
cd -P "$(dirname "$0")/../.."
[ "$(uname -s)" = Darwin ] || {
    echo "A dmg is made on macOS only." >&2
    exit 1
}
sh packaging/setup/setup.sh package
python=.venv/bin/python
"$python" packaging/bundle/make_bundle.py

application=build/package/bundle/Counterpoise.app
version=$("$python" -c 'from importlib.metadata import version; print(version("counterpoise"))')
out=build/package/out
image=$out/counterpoise-$version-macos-$(uname -m).dmg

cp -R build/package/bundle/counterpoise/licences "$application/Contents/Resources/"
codesign --force --deep --options runtime --sign "${IDENTITY:--}" "$application"
codesign --verify --deep --strict "$application"
plutil -lint "$application/Contents/Info.plist"
"$application/Contents/MacOS/counterpoise" self-test

mkdir -p "$out"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$application" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -quiet -ov -volname Counterpoise -srcfolder "$stage" -format UDZO "$image"
shasum -a 256 "$image"
