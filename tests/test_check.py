"""`make check`: faults of every kind planted in the real content are reported in their file, on their line, by name."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from check import main
from conftest import DOCS, ROOT, STORY_TH, standing, tiny_site

# language, the place in a story, what is planted there, and how the report must go on after path:line:
IN_A_STORY = [
    ("th", r"^title: (.*)$", "น้ำ: ของทุกคน", "อ่านข้อมูลส่วนหัวไม่ได้"),
    ("th", r"^(?=summary:)", "title: เขียนซ้ำ\n", "title: เขียน title ซ้ำสองครั้ง → เหลือไว้บรรทัดเดียว (ครั้งแรกอยู่บรรทัด 2)"),
    (
        "th",
        r"^(?=confidence:)",
        "confidance: high\n",
        "confidance: ไม่รู้จักช่อง confidance → ตรวจตัวสะกด (ใกล้เคียง: confidence)",
    ),
    ("th", r"^reviewed_on: (.*)$", "2026-02-30", "reviewed_on: “2026-02-30” ไม่ใช่วันที่ที่มีอยู่จริง"),
    ("th", r"^  start: (.*)$", "2554", "years.start: ปี 2554 ดูเหมือนปี พ.ศ. → ในไฟล์ใช้ปี ค.ศ. ลบด้วย 543 เป็น 2011"),
    ("th", r"^  province: (.*)$", '"99"', "place.province: ไม่มีจังหวัดรหัส “99”"),
    ("th", r"^  district: (.*)$", "ดาวอังคาร", "place.district: ไม่พบอำเภอ “ดาวอังคาร”"),
    ("th", r"^themes: (.*)$", "[waste, helth]", "themes.2: “helth” ไม่อยู่ในรายการคำ themes → ใช้คำหนึ่งในนี้: agriculture,"),
    ("th", r"^activities: (.*)$", "[s9-9-9]", "activities.1: อ้างถึง activities “s9-9-9” ซึ่งไม่มีในเว็บ"),
    ("th", r"^adapted_from: (.*)$", "[no-such-story]", "adapted_from.1: อ้างถึง stories “no-such-story” ซึ่งไม่มีในเว็บ"),
    (
        "th",
        r"^results:\n(?:.*\n)*?    sources: (.*)$",
        "[zz]",
        "results.1.sources.1: อ้างถึงแหล่งข้อมูล “zz” ซึ่งไม่อยู่ในรายการ sources",
    ),
    ("th", r"^sources:\n(?:.*\n)*?    url: (.*)$", "www.example.org", "sources.1.url: “www.example.org” ไม่ใช่ที่อยู่เว็บ"),
    ("th", r"^legal_basis: (.*)$", "", "legal_basis: ช่องนี้ว่างอยู่"),
    ("th", r"^confidence: (.*)$", "low", "confidence: ความเชื่อมั่นต่ำ ยังเผยแพร่ไม่ได้"),
    ("th", r"\Z", "\n[ดูต่อ](no-such-page.md)\n", "ลิงก์ไปยัง no-such-page.md ซึ่งไม่มีหน้านี้"),
    ("th", r"\Z", "\n<b>ตัวหนา</b>\n", "เนื้อหามีแท็ก HTML “<b>”"),
    ("th", r"\Z", "\nท\u0e4d\u0e32\n", "พบอักขระไทยที่ไม่ถูกต้อง: นิคหิตกับสระอา"),
    ("en", r"^(?=title:)", "confidence: high\n", "confidence: ไฟล์ภาษาอังกฤษมีช่อง confidence ซึ่งเป็นข้อเท็จจริง"),
    ("en", r"^results:\n", "results:\n  - text: One more.\n", "results: results มี"),
]

# file, the place in it, what is planted there, how the report must go on, and its line if that is another
IN_COURSES_AND_VISITS = [
    (
        "curricula/leaders/household-account.th.md",
        r"^        right: (.*)$",
        "false",
        "quiz.1: คำถามแบบ single นี้ไม่มีเฉลยที่ใช้ได้",
        r"^  - id: q1$",
    ),
    ("curricula/leaders/less-spending.th.md", r"^minutes: (.*)$", "20", "parts: ", r"^parts:$"),
    (
        "curricula/leaders/saving-welfare.th.md",
        r"^  - id: o1\n    text: (.*)$",
        "เข้าใจเรื่องกองทุน",
        "objectives.1.text: จุดประสงค์ “เข้าใจเรื่องกองทุน”",
        None,
    ),
    (
        "curricula/leaders/nine-steps.en.md",
        r"^  - id: o1\n    text: (.*)$",
        "Understand the nine steps",
        "objectives.1.text: จุดประสงค์ “Understand the nine steps”",
        None,
    ),
    (
        "curricula/leaders/leading-meetings.th.md",
        r"^    objective: (.*)$",
        "o9",
        "quiz.1.objective: ",
        None,
    ),
    ("curricula/leaders/see-it.en.md", r"^  - id: (q1)$", "q8", "quiz.1.id: ", None),
    (
        "curricula/leaders/promise-wall.th.md",
        r"^        feedback: .*\n()",
        "        hint: x\n",
        "quiz.1.choices.1.hint: ไม่รู้จักช่อง hint",
        None,
    ),
    ("curricula/executives.th.md", r"^hours: (.*)$", "30", "hours: ", None),
    ("curricula/officers.th.md", r"^requires: (.*)$", "[officers]", "requires: ", None),
    ("curricula/trainers.th.md", r"^level: (.*)$", "expert", "level: “expert” ไม่อยู่ในรายการคำ course_levels", None),
    ("visits/doi-tung.th.md", r"^kind: (.*)$", "mountain", "kind: “mountain” ไม่อยู่ในรายการคำ visit_kinds", None),
    ("visits/umong.th.md", r"^  url: (.*)$", "www.umong", "contact.url: “www.umong” ไม่ใช่ที่อยู่เว็บ", None),
    ("visits/pid-thong.th.md", r"^stories: (.*)$", "[no-such]", "stories.1: อ้างถึง stories “no-such” ซึ่งไม่มีในเว็บ", None),
    ("visits/wat-yan.en.md", r"^(?=speciality:)", "kind: museum\n", "kind: ไฟล์ภาษาอังกฤษมีช่อง kind ซึ่งเป็นข้อเท็จจริง", None),
]

NEW_FILES = [
    (
        "stories/alone.en.md",
        "---\ntitle: A\nsummary: B\n---\n",
        "มีไฟล์ภาษาอังกฤษแต่ไม่มีไฟล์ภาษาไทย docs/stories/alone.th.md",
    ),
    ("stories/nameless.md", "ข้อความ", "ชื่อไฟล์ไม่บอกภาษา → ลงท้ายชื่อไฟล์ด้วย .th.md หรือ .en.md"),
    ("stories/theme/waste.th.md", standing("ซ่อน"), "ไฟล์นี้ใช้ที่อยู่เดียวกับหน้าที่เว็บสร้างเอง จึงจะไม่มีใครได้อ่าน"),
]


def plant(file: Path, place: str, fault: str) -> int:
    """Put a fault into a file, at the group of the pattern or the whole of it; return the fault's line."""
    text = file.read_text(encoding="utf-8")
    found = re.search(place, text, re.MULTILINE)
    assert found, f"{file} has no {place}"
    start, end = found.span(found.re.groups)
    file.write_text(text[:start] + fault + text[end:], encoding="utf-8")
    blank = len(fault) - len(fault.lstrip("\n"))
    return (text[:start] + fault[:blank]).count("\n") + 1


def plant_everything(docs: Path) -> list[str]:
    """Plant faults, each in a file of its own; return how the report of each must begin."""
    stories = (path.with_suffix("").stem for path in sorted(docs.glob("stories/*.en.md")) if path.name != "index.en.md")
    expected = []
    for language, place, fault, report in IN_A_STORY:
        path = f"stories/{next(stories)}.{language}.md"
        expected.append(f"docs/{path}:{plant(docs / path, place, fault)}: {report}")

    for path, place, fault, report, reported_at in IN_COURSES_AND_VISITS:
        line = plant(docs / path, place, fault)
        if reported_at:
            text = (docs / path).read_text(encoding="utf-8")
            line = text[: re.search(reported_at, text, re.MULTILINE).start()].count("\n") + 1
        expected.append(f"docs/{path}:{line}: {report}")

    # What is missing stands on no line: the report is on the first line of the file, or of the body.
    path = f"stories/{next(stories)}.th.md"
    plant(docs / path, r"^consent: .*\n", "")
    expected.append(f"docs/{path}:1: consent: ยังไม่ได้กรอก consent")
    path = f"stories/{next(stories)}.th.md"
    plant(docs / path, r"^## บทเรียน\n", "")
    body = (docs / path).read_text(encoding="utf-8").split("\n").index("---", 1) + 2
    expected.append(f"docs/{path}:{body}: ไม่มีหัวข้อ “บทเรียน” → เพิ่มบรรทัด ## บทเรียน")

    name = next(stories)
    (docs / f"stories/{name}.en.md").unlink()  # or it would have a source too few
    path = f"stories/{name}.th.md"
    source = "  - {id: a, title: ซ้ำ, url: 'https://example.org', date: unknown, supports: ซ้ำ}\n"
    first = plant(docs / path, r"^sources:\n()", source)
    expected.append(f"docs/{path}:{first + 1}: sources.2.id: รหัส “a” ใช้แล้วใน docs/{path}:{first}")

    path = f"stories/{next(stories)}.th.md"
    expected.append(f"docs/{path}:{plant(docs / path, r'^title: (.*)$', 'HERE')}: ไฟล์ไม่ได้บันทึกเป็น UTF-8")
    (docs / path).write_bytes((docs / path).read_bytes().replace(b"HERE", "ภาษาไทย".encode("cp874")))

    place = r"^tactics:\n(?:.*\n)*?    activities:\n()"
    line = plant(docs / "plan/s4.th.md", place, "      - id: s1-1-1\n        text: ซ้ำ\n")
    plant(docs / "plan/s4.en.md", place, "      - text: Twice\n")
    twice = "tactics.1.activities.1.id: รหัส “s1-1-1” ใช้แล้วใน docs/plan/s1.th.md:"
    expected.append(f"docs/plan/s4.th.md:{line}: {twice}")

    line = plant(docs / "_vocabulary/themes.yml", r"\Z", "extra: {th: เพิ่ม}\n")
    expected.append(f"docs/_vocabulary/themes.yml:{line}: extra.en: ยังไม่ได้กรอก en")

    (docs / "stories/theme").mkdir()
    for path, text, report in NEW_FILES:
        (docs / path).write_text(text, encoding="utf-8")
        expected.append(f"docs/{path}:1: {report}")
    return expected


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the real content, as a person at a terminal checks it."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return Path(shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("assets")))


def test_real_content_has_no_problem_and_nothing_is_printed(docs, capsys):
    assert main(docs) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.match(
        r"0 ปัญหา / problems · 4 plan, 30 activities, \d+ stories, \d+ knowledge, 5 curricula, 42 modules, 16 visits\n$",
        printed.err,
    )


def test_every_planted_fault_is_reported_on_its_line_and_nothing_else(docs, capsys):
    expected = plant_everything(docs)
    assert main(docs) == 1
    reports = capsys.readouterr().out.splitlines()
    missed = [start for start in expected if not any(report.startswith(start) for report in reports)]
    assert missed == []
    places = {re.match(r"docs/[^:]+:\d+: ", start)[0] for start in expected}
    assert [report for report in reports if not report.startswith(tuple(places))] == []
    assert all(" → " in half for report in reports for half in report.split(" | ", 1)), "a report lacks its repair"


def test_on_github_each_report_is_one_annotation(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    faults = STORY_TH.replace("[water-forest]", r'["x\n::stop-commands::y"]').replace("kind: community", "kind: hero")
    for path, text in tiny_site({"stories/pond.th.md": faults}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert main(tmp_path) == 1
    kind, theme = capsys.readouterr().out.splitlines()
    assert kind.startswith(
        "::error file=docs/stories/pond.th.md,line=4,title=kind::“hero” ไม่อยู่ในรายการคำ story_kinds → "
    )
    assert "| “hero” is not a word of story_kinds → use one of: agency, lao," in kind
    assert theme.startswith("::error file=docs/stories/pond.th.md,line=15,title=themes.1::“x ::stop-commands::y” ")


def test_command_fails_when_there_is_a_problem(tmp_path):
    (tmp_path / "nameless.md").write_text("ข้อความ", encoding="utf-8")
    done = subprocess.run([sys.executable, ROOT / "scripts" / "check.py", tmp_path], capture_output=True, text=True)
    assert done.returncode == 1
    assert "nameless.md" in done.stdout
