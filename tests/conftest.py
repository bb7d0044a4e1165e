"""A tiny site as a dict of paths and texts, read and built by the real code; the real site, and a browser to see it."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from porpiang.assembly import Assembly, assemble, load_outlines
from porpiang.province_map import Outlines
from serve_folder import serve_folder

if TYPE_CHECKING:  # tests that need no browser do not wait for it
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REAL = {  # the words of the interface, and the founding text that their errata point into
    path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted([*DOCS.glob("_vocabulary/*.yml"), *DOCS.glob("plan/source/*.md")])
}

STORY_TH = """\
---
title: บ้านตัวอย่างเก็บน้ำไว้ใช้
summary: ชาวบ้านช่วยกันขุดสระและมีน้ำใช้ตลอดปี
kind: community
lao: อบต. ตัวอย่าง
lao_type: sao
place:
  province: "90"
  district: สะเดา
  subdistrict: ปริก
  village: บ้านตัวอย่าง
years:
  start: 2000
  note: ยังทำอยู่
themes: [water-forest]
problems: [drought]
activities: [s1-1-1]
cost:
  - item: ค่าขุดสระ
    baht: 120000
    year: 2001
    paid_by: ชาวบ้านร่วมกันออก
    sources: [a]
legal_basis: unknown
budget_source: unknown
results:
  - text: มีน้ำใช้ตลอดปี
    grade: recall
    sources: [a]
principles:
  immunity: {text: มีน้ำสำรอง, basis: reading}
conditions: {}
weaknesses:
  - {text: ต้องมีที่ดินส่วนกลาง, basis: reading}
not_for: unknown
awards:
  - {name: รางวัลตัวอย่าง, year: 2010}
adapted_from: []
sources:
  - id: a
    title: หน้าตัวอย่าง
    url: https://example.org/water
    date: 2011-08-25
    supports: น้ำและเงิน
confidence: high
consent: public-sources
reviewed_on: 2026-11-23
people: 450
---

## สภาพเดิม

หน้าแล้งน้ำไม่พอ

## สิ่งที่ทำ

- ขุดสระร่วมกัน

## บทเรียน

- เริ่มจากเรื่องที่เดือดร้อนร่วมกัน

## ข้อควรระวัง

- ตัวเลขมาจากคำบอกเล่า
"""

STORY_EN = """\
---
title: A village that keeps its water
summary: Villagers dug a pond together and have water all year.
lao: Example SAO
place:
  village: Ban Tua Yang
years:
  note: still going on
cost:
  - item: digging the pond
    paid_by: the villagers together
results:
  - text: There is water all year.
principles:
  immunity: {text: Water is kept in reserve.}
weaknesses:
  - text: It needs common land.
awards:
  - name: Example award
sources:
  - supports: the water and the money
---

## Before

Water ran short in the dry season.

## What was done

- They dug a pond together.

## Lessons

- Begin with what troubles everybody.

## Cautions

- The figures were told, not measured.
"""

ACTIVITY_TH = """\
---
title: รวบรวมความรู้
summary: จดสิ่งที่คนในพื้นที่รู้ไว้ให้คนอื่นใช้ต่อ
doers:
  - {who: อปท., does: สำรวจ}
steps: [ถาม, เดินดู, จด, ให้อ่านทวน, เผยแพร่]
rules: [decentralization-act-2542]
papers:
  - {text: แบบยินยอม, rule: pdpa-2562}
signs: [ถามแล้วตอบได้, มีวันที่, มีคนมาเรียน]
reviewed_on: 2026-11-23
---

เริ่มจากสิ่งที่มีอยู่แล้ว
"""

ACTIVITY_EN = """\
---
title: Gather what people know
summary: Write down what people on the spot know so that others can use it.
doers:
  - {who: The LAO, does: surveys}
steps: [ask, walk, write, have it checked, publish]
papers:
  - {text: a form of consent}
signs: [people can tell, there are dates, visitors come]
---

Begin with what is there.
"""


def strategy(number: int) -> dict[str, str]:
    """Return the two files of a strategy with one tactic and one activity."""
    thai = f"""\
---
title: ยุทธศาสตร์ตัวอย่าง
name: ชื่อเต็มของยุทธศาสตร์
summary: หนึ่งประโยคของยุทธศาสตร์
goal: เป้าหมายของยุทธศาสตร์
tactics:
  - id: s{number}-1
    text: กลยุทธ์แรก
    activities:
      - {{id: s{number}-1-1, text: กิจกรรมตามแผน}}
---
"""
    english = """\
---
title: A strategy
name: The full name
summary: One sentence.
goal: The goal.
tactics:
  - text: The first tactic
    activities:
      - text: The activity in the plan
---
"""
    return {f"plan/s{number}.th.md": thai, f"plan/s{number}.en.md": english}


def standing(title: str, summary: str = "หนึ่งประโยค", body: str = "ข้อความ") -> str:
    """Return a page that is no entry."""
    return f"---\ntitle: {title}\nsummary: {summary}\n---\n\n# {title}\n\n{body}\n"


ARTICLE_TH = """\
---
title: ปรัชญา
summary: อธิบายสั้น ๆ
activities: [s1-1-1]
diagram: sufficiency
sources:
  - {id: a, title: ที่มา, url: "https://example.org/pse", date: unknown, supports: ความหมาย}
reviewed_on: 2026-11-23
---

## ความหมาย

ทางสายกลาง
"""

ARTICLE_EN = """\
---
title: The philosophy
summary: A short explanation.
sources:
  - {supports: the meaning}
---

## Meaning

The middle path.
"""

VISIT_TH = """\
---
title: ศูนย์ตัวอย่าง
summary: ศูนย์ที่สงขลา ดูการเก็บน้ำ
kind: royal-centre
place:
  province: "90"
  district: สะเดา
  subdistrict: ปริก
founded: 1982-12-11
run_by: กรมตัวอย่าง
speciality: เก็บน้ำไว้ใช้ทั้งปี
look_at:
  - สระ
  - ป่า
questions:
  - ลึกเท่าไร
  - ใครขุด
  - ใครจ่าย
contact:
  how: เขียนจดหมาย
  phone: "0 7400 0000"
  url: https://example.org/centre
themes: [water-forest]
activities: [s1-1-1]
stories: [pond]
sources:
  - {id: a, title: ที่มา, url: "https://example.org/visit", date: unknown, supports: ที่ตั้ง}
reviewed_on: 2026-11-23
---

เดินตามน้ำ
"""

VISIT_EN = """\
---
title: Example centre
summary: A centre in Songkhla that keeps water.
run_by: Example Department
speciality: Water kept for the whole year
look_at: [The pond, The forest]
questions: [How deep is it?, Who dug it?, Who paid?]
contact:
  how: Write a letter
sources:
  - {supports: where it is}
---

Follow the water.
"""

VISIT = {"visits/centre.th.md": VISIT_TH, "visits/centre.en.md": VISIT_EN}

COURSE_TH = """\
---
title: หลักสูตรตัวอย่าง
summary: เรียนจดบัญชี
audience: ผู้นำชุมชน
level: first
outcomes: [จดบัญชีได้, อ่านบัญชีได้, สอนเพื่อนได้]
hours: 1.5
requires: []
modules: [course/book]
activities: [s1-1-1]
visits: []
version: "1.0"
sources: []
reviewed_on: 2026-11-23
---

ข้อความของหลักสูตร
"""

COURSE_EN = """\
---
title: Example course
summary: Learn to keep accounts.
audience: Community leaders
outcomes: [Keep accounts, Read accounts, Teach a friend]
---

The words of the course.
"""

MODULE_TH = """\
---
title: บัญชี
summary: จดเงินเข้าเงินออก
objectives:
  - {id: o1, text: จดบันทึกเงินเข้าออก}
  - {id: o2, text: คำนวณยอดคงเหลือ}
minutes: 90
parts:
  - {title: คุยกัน, way: discussion, minutes: 30, trainer: ถามว่าเงินหายไปไหน}
  - {title: ลงมือ, way: practice, minutes: 60, trainer: แจกใบงาน}
key_points: [จดทุกวัน, จดทุกบาท, อ่านทุกเดือน]
task:
  title: บัญชีหนึ่งวัน
  objectives: [o1]
  steps: [อ่าน, จด]
  worksheet:
    - {label: บัญชี, columns: [รับ, จ่าย], lines: 2}
    - {label: เหลือเท่าไร, lines: 1}
  good_answer: จดครบ
quiz:
  - id: q1
    kind: single
    objective: o1
    question: ขายไข่จดช่องใด
    choices:
      - {id: a, text: ช่องรับ, right: true, feedback: เงินเข้า}
      - {id: b, text: ช่องจ่าย, feedback: เงินไม่ได้ออก}
      - {id: c, text: ไม่จด, feedback: เงินน้อยก็จด}
  - id: q2
    kind: multiple
    objective: o1
    question: อะไรคือรายจ่าย
    choices:
      - {id: a, text: ค่าข้าว, right: true, feedback: จ่าย}
      - {id: b, text: ค่าไฟ, right: true, feedback: จ่าย}
      - {id: c, text: ค่าแรงที่ได้, feedback: รับ}
  - id: q3
    kind: ordering
    objective: o1
    question: เรียงขั้นตอน
    choices:
      - {id: a, text: เขียนวันที่, feedback: มาก่อน}
      - {id: b, text: เขียนจำนวน, feedback: ตรงกลาง}
      - {id: c, text: คิดคงเหลือ, feedback: ท้ายสุด}
  - id: q4
    kind: number
    objective: o2
    question: มี 100 จ่าย 30 เหลือเท่าไร
    number:
      value: 70
      unit: บาท
      right: 100 − 30 = 70
      wrong: ลองลบใหม่
trainer_notes: [อย่าเทียบบ้าน, ให้เวลา]
materials: [สมุด]
without_power: ใช้กระดาน
loudspeaker: พี่น้องครับ มาจดบัญชี
stories: [pond]
visits: []
sources:
  - {id: a, title: ที่มา, url: "https://example.org/book", date: unknown, supports: วิธีจด}
reviewed_on: 2026-11-23
---

## ทำไมต้องจด

เพราะลืม

## ตัวอย่างจากเรื่องจริง

บ้านหนึ่งจดแล้วเห็น
"""

MODULE_EN = """\
---
title: The account book
summary: Write down what comes in and goes out.
objectives:
  - {id: o1, text: Record what comes in and goes out}
  - {id: o2, text: Calculate what is left}
parts:
  - {title: Talk, trainer: Ask where the money went}
  - {title: Do it, trainer: Hand out the worksheet}
key_points: [Every day, Every baht, Read it every month]
task:
  title: One day's account
  steps: [Read, Write]
  worksheet:
    - {label: Account, columns: [In, Out]}
    - {label: What is left?}
  good_answer: Everything is written down
quiz:
  - id: q1
    question: Where does egg money go?
    choices:
      - {id: a, text: Money in, right: true, feedback: It comes in}
      - {id: b, text: Money out, feedback: It does not go out}
      - {id: c, text: Nowhere, feedback: Small sums count}
  - id: q2
    question: What is spending?
    choices:
      - {id: a, text: Rice, right: true, feedback: It goes out}
      - {id: b, text: Electricity, right: true, feedback: It goes out}
      - {id: c, text: Wages, feedback: They come in}
  - id: q3
    question: Put the steps in order
    choices:
      - {id: a, text: Write the date, feedback: First}
      - {id: b, text: Write the sum, feedback: Then}
      - {id: c, text: Work out the rest, feedback: Last}
  - id: q4
    question: You have 100 and spend 30. What is left?
    number: {value: 70, unit: baht, right: 100 − 30 = 70, wrong: Subtract again}
trainer_notes: [Do not compare homes, Give time]
materials: [An account book]
without_power: Use a board
loudspeaker: Friends, let us keep accounts.
sources:
  - {supports: how to keep accounts}
---

## Why write it down

Because one forgets.

## A real case

One home saw it in its book.
"""

COURSE = {
    "curricula/course.th.md": COURSE_TH,
    "curricula/course.en.md": COURSE_EN,
    "curricula/course/book.th.md": MODULE_TH,
    "curricula/course/book.en.md": MODULE_EN,
}

MINIMAL: dict[str, str] = {
    **REAL,
    "index.th.md": standing("หน้าแรก", body="คำนำ\n\n## ประตู\n\n[แผน](plan/index.md)"),
    "index.en.md": standing("Home", body="Intro\n\n## Door\n\n[Plan](plan/index.md)"),
    "plan/index.th.md": standing("แผน"),
    "plan/index.en.md": standing("The plan"),
    **{path: text for number in (1, 2, 3, 4) for path, text in strategy(number).items()},
    "activities/s1-1-1.th.md": ACTIVITY_TH,
    "activities/s1-1-1.en.md": ACTIVITY_EN,
    "stories/index.th.md": standing("คลัง"),
    "stories/index.en.md": standing("Library"),
    "stories/pond.th.md": STORY_TH,
    "stories/pond.en.md": STORY_EN,
    "knowledge/index.th.md": standing("ความรู้"),
    "knowledge/index.en.md": standing("Knowledge"),
    "knowledge/philosophy.th.md": ARTICLE_TH,
    "knowledge/philosophy.en.md": ARTICLE_EN,
    "search/index.th.md": standing("ค้นหา"),
    "search/index.en.md": standing("Search"),
    "contribute/index.th.md": standing("ร่วมเขียน"),
    "contribute/index.en.md": standing("Contribute"),
    "contribute/records.th.md": standing("ลงลายมือชื่อ"),
    "contribute/records.en.md": standing("Signing"),
    "data/index.th.md": standing("ข้อมูลเปิด"),
    "data/index.en.md": standing("Open data"),
    "curricula/index.th.md": standing("หลักสูตร"),
    "curricula/index.en.md": standing("Courses"),
    "visits/index.th.md": standing("แหล่งดูงาน", body="คำนำ\n\n## แผนหนึ่งวัน\n\nขึ้นรถ"),
    "visits/index.en.md": standing("Places to visit", body="Intro\n\n## A plan for one day\n\nThe bus"),
}

Changes = dict[str, str | None]


def tiny_site(changes: Changes | None = None) -> dict[str, str]:
    """Return the tiny site with some files changed, added, or (None) taken away."""
    return {path: text for path, text in {**MINIMAL, **(changes or {})}.items() if text is not None}


@pytest.fixture(scope="session")
def outlines() -> Outlines:
    """Return the real province outlines."""
    return load_outlines(ROOT / "node_modules")


@pytest.fixture
def read_site() -> Callable[..., Assembly]:
    """Return a function that assembles the tiny site with some files changed."""

    def _read(changes: Changes | None = None) -> Assembly:
        return assemble((path, text.encode()) for path, text in tiny_site(changes).items())

    return _read


Built = tuple[Path, list[str]]


def build_in(folder: Path, caplog_records: list[logging.LogRecord], changes: Changes | None, settings: dict) -> Built:
    """Build the tiny site below a folder with the real mkdocs.yml; return the site and the warnings."""
    for path, text in tiny_site(changes).items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copytree(DOCS / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    folders = {"docs_dir": str(folder / "docs"), "site_dir": str(folder / "site")}
    build(load_config(str(ROOT / "mkdocs.yml"), **folders, **settings))
    return folder / "site", [r.getMessage() for r in caplog_records if r.name.startswith("mkdocs")]


@pytest.fixture
def build_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Callable[..., Built]:
    """Return a function that builds the tiny site with some files changed, and settings over those of mkdocs.yml."""
    caplog.set_level(logging.WARNING, "mkdocs")
    return lambda changes=None, **settings: build_in(tmp_path, caplog.records, changes, settings)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny site as it is, built strictly once for all tests that only read it."""
    return build_in(tmp_path_factory.mktemp("site"), [], None, {"strict": True})[0]


# --- The real site in a real browser -----------------------------------------------------------------------

SIZES = {"phone": (360, 740), "desk": (1280, 900)}
KNOWN_SAFE = ("Failed to load resource: the server responded with a status of 404",)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real site, built strictly once for all tests that read it or open it in a browser."""
    folder = tmp_path_factory.mktemp("real")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True, site_url="https://example.org/"))
    return folder


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Serve the real site."""
    with serve_folder(real_site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; it asks nobody for updates, so that every request is the page's own."""
    from find_browser import find_browser
    from playwright.sync_api import sync_playwright

    chromium = find_browser()
    assert chromium, "no Chromium found: install the package chromium"
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield browser
        browser.close()


class Visit:
    """A page as a reader meets it, with everything it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens an address at a size and in a colour scheme."""
    contexts = []

    def _visit(url: str, size: str = "desk", scheme: str = "light", **settings: object) -> Visit:
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **settings)
        contexts.append(context)
        found = Visit(context.new_page())
        found.page.goto(url, wait_until="load")
        found.page.evaluate("document.fonts.ready.then(() => true)")  # no wait_for_function: the policy forbids eval
        return found

    yield _visit
    for context in contexts:
        context.close()


def serious_faults(page: Page) -> list[str]:
    """Return what axe finds of serious or critical faults of accessibility."""
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + "; true")
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:120]}"
        for fault in page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
