#!/bin/sh
# Adds the test tools to .venv and makes sure that a Chromium can be started.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt

browser_runs() { .venv/bin/python scripts/find_browser.py >/dev/null 2>&1; }

browser_runs || .venv/bin/playwright install chromium >/dev/null 2>&1 || true
if ! browser_runs && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null
fi
browser_runs || {
    echo "ไม่พบ Chromium ให้ติดตั้งแพ็กเกจ chromium แล้วสั่งใหม่ / no Chromium found: install the package chromium and run again" >&2
    exit 1
}
touch .venv/ready-tests
