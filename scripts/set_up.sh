#!/bin/sh
# Makes .venv and node_modules from the lock files; needs Python 3.11 or newer and nothing else.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "ต้องใช้ Python 3.11 ขึ้นไป / Python 3.11 or newer is needed (make PYTHON=python3.12 …)" >&2
    exit 1
}
[ -x .venv/bin/python ] || "$python" -m venv .venv || {
    echo "สร้าง .venv ไม่ได้ บน Debian ให้ติดตั้ง python3-venv / no .venv: on Debian install python3-venv" >&2
    exit 1
}
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt

PATH="$PWD/.venv/bin:$PATH"
node_version=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
if [ "${node_version:-0}" -lt 20 ] || ! command -v npm >/dev/null; then
    .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
fi
npm ci --silent --no-progress
touch .venv/ready
