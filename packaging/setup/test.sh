#!/bin/sh
# Run the whole test suite offscreen; where Qt's system libraries are missing, what can run without.
#
# Arguments are passed on to pytest. Any failure, and any test that could not run, is a non-zero exit.
set -eu
cd "$(dirname "$0")/../.."

python=.venv/bin/python
qt=0
missing=$("$python" packaging/setup/qt_libraries.py) || qt=$?
if [ "$qt" = 4 ]; then
    # pytest-qt cannot even be loaded; tests/conftest.py leaves out, names and fails what needs it.
    COUNTERPOISE_WITHOUT_QT=$missing
    export COUNTERPOISE_WITHOUT_QT
    set -- -p no:pytest-qt "$@"
fi
exec "$python" -m pytest -n 2 --dist worksteal "$@"
