#!/usr/bin/env python3
"""Write the table of a story's fields into CONTRIBUTING.md, from the model."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from porpiang.model import Story  # noqa: E402
from porpiang.pages.contribute import fields_of  # noqa: E402

BEGIN, END = "<!-- fields:begin -->", "<!-- fields:end -->"


def with_table(text: str) -> str:
    """Return the page with the table between its marks renewed."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = ["| field | ความหมาย · meaning | translated |", "| --- | --- | :-: |"]
    rows += [f"| `{name}` | {meaning} | {'✓' if is_prose else ''} |" for name, meaning, is_prose in fields_of(Story)]
    return f"{before}{BEGIN}\n\n" + "\n".join(rows) + f"\n\n{END}{after}"


if __name__ == "__main__":
    page = ROOT / "CONTRIBUTING.md"
    page.write_text(with_table(page.read_text(encoding="utf-8")), encoding="utf-8")
