#!/usr/bin/env python3
"""Check the content: print one line a problem, `path:line: field: message`; exit 1 if there is any."""

import gc
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from porpiang.assembly import assemble, read_files  # noqa: E402
from porpiang.problem import Problem  # noqa: E402


def annotation(found: Problem) -> str:
    """Return the line that GitHub turns into a note on the changed file."""
    message = f"{found.th} → {found.repair_th} | {found.en} → {found.repair_en}"
    properties = f"file=docs/{found.path},line={found.line},title={found.field or found.code}"
    return f"::error {properties}::{message.replace('%', '%25')}"


def main(docs: Path = ROOT / "docs") -> int:
    """Check the content below docs."""
    gc.disable()  # everything that is read lives until the end
    assembly = assemble(read_files(docs))
    for found in assembly.problems:
        print(annotation(found) if os.environ.get("GITHUB_ACTIONS") else found)
    counts = {kind: len(entries) for kind, entries in assembly.catalog.entries.items()}
    total = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    print(f"{len(assembly.problems)} ปัญหา / problems · {total}", file=sys.stderr)
    return 1 if assembly.problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
