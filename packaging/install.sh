#!/bin/sh
# Makes the environment .venv with the tested versions, and with Debian's Qt libraries if they are
# missing. Does nothing when it is up to date.
set -eu
cd "$(dirname "$0")/.."

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && fits "$name"; then echo "$name"; return; fi
    done
    echo "No Python 3.11, 3.12 or 3.13 was found. Install one, or name it: make demo PYTHON=..." >&2
    exit 1
}

qt_starts() { QT_QPA_PLATFORM=offscreen .venv/bin/python -c \
    'from PySide6.QtWidgets import QApplication; QApplication([])' 2>/dev/null; }

# The plug-in for X11 wants libraries of its own; drawing without a screen, as tests do, does not.
has_x11() {
    plugin=$(echo .venv/lib/python*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so)
    [ ! -e "$plugin" ] || ! ldd "$plugin" | grep -q 'not found'
}

install_qt_libraries() {
    libraries="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1 libdbus-1-3 \
libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 \
libxcb-render-util0"
    root=""; [ "$(id -u)" = 0 ] || root="sudo -n"
    if command -v apt-get >/dev/null && $root true 2>/dev/null; then
        echo "Installing the system libraries that Qt needs."
        # shellcheck disable=SC2086
        $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends $libraries >/dev/null || true
    fi
    qt_starts || {
        echo "Qt does not start: system libraries are missing. Install: $libraries" >&2
        exit 1
    }
    has_x11 || echo "Under X11 the window will not open before you install: $libraries" >&2
}

wanted=$(cat pyproject.toml packaging/constraints.txt packaging/install.sh | cksum)
if [ "$(cat .venv/installed 2>/dev/null)" != "$wanted" ]; then
    python=$(find_python)
    echo "Installing into .venv with $($python --version). This takes a few minutes the first time."
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        -c packaging/constraints.txt -e '.[dev]'
    { qt_starts && has_x11; } || install_qt_libraries
    echo "$wanted" > .venv/installed
fi
