"""The plan, the guides to its activities, and articles: what their front matter may and may not say."""

import pytest
from conftest import ACTIVITY_TH, ARTICLE_TH, MINIMAL, standing

STRATEGY, GUIDE, ARTICLE, HOME = (
    "plan/s1.th.md",
    "activities/s1-1-1.th.md",
    "knowledge/philosophy.th.md",
    "plan/index.th.md",
)
FIVE = "[ถาม, เดินดู, จด, ให้อ่านทวน, เผยแพร่]"
PAPERS = "papers:\n  - {text: แบบยินยอม, rule: pdpa-2562}"
SIGNS = "[ถามแล้วตอบได้, มีวันที่, มีคนมาเรียน]"


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "field", "code"),
    [
        (STRATEGY, "goal: เป้าหมายของยุทธศาสตร์\n", "", 1, "goal", "missing-field"),
        (STRATEGY, "text: กลยุทธ์แรก", "text:", 8, "tactics.1.text", "empty-field"),
        (STRATEGY, "id: s1-1-1, ", "", 10, "tactics.1.activities.1.id", "missing-field"),
        (STRATEGY, "id: s1-1\n", "id: S1-1\n", 7, "tactics.1.id", "bad-id"),
        (STRATEGY, "id: s1-1-1,", "id: water,", 10, "tactics.1.activities.1.id", "bad-id"),
        (STRATEGY, "activities:\n      - {id: s1-1-1, text: กิจกรรมตามแผน}", "activities: []", 9, "tactics.1.activities", "too-few"),
        (GUIDE, "{who: อปท., does: สำรวจ}", "{who: อปท.}", 5, "doers.1.does", "missing-field"),
        (GUIDE, FIVE, "[ก, ข, ค, ง]", 6, "steps", "too-few"),
        (GUIDE, FIVE, "[ก, ข, ค, ง, จ, ฉ, ช, ซ, ฌ, ญ]", 6, "steps", "too-many"),
        (GUIDE, "decentralization-act-2542", "decentralisation-act", 7, "rules.1", "unknown-word"),
        (GUIDE, "rule: pdpa-2562", "rule: pdpa", 9, "papers.1.rule", "unknown-word"),
        (GUIDE, SIGNS, "[ก, ข]", 10, "signs", "too-few"),
        (GUIDE, SIGNS, "[ก, ข, ค, ง, จ, ฉ]", 10, "signs", "too-many"),
        (GUIDE, "reviewed_on: 2026-11-23", "reviewed_on: 2569-11-23", 11, "reviewed_on", "buddhist-year"),
        (ARTICLE, "activities: [s1-1-1]", "activities: []", 4, "activities", "too-few"),
        (ARTICLE, "diagram: sufficiency", "diagram: suficiency", 5, "diagram", "unknown-word"),
        (ARTICLE, "date: unknown", "date: 2554", 7, "sources.1.date", "buddhist-year"),
        (HOME, "summary: หนึ่งประโยค\n", "", 1, "summary", "missing-field"),
        (HOME, "summary: หนึ่งประโยค\n", "summary: หนึ่งประโยค\nmenu: ก\n", 4, "menu", "unknown-field"),
    ],
)  # fmt: skip
def test_fault_is_reported_with_line_and_field(read_site, path, old, new, line, field, code):
    text = MINIMAL[path]
    assert text.count(old) == 1
    english = path.replace(".th.", ".en.")
    found = [p for p in read_site({path: text.replace(old, new), english: None}).problems if p.path == path]
    assert [(p.line, p.field, p.code) for p in found] == [(line, field, code)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (GUIDE, ACTIVITY_TH.replace(FIVE, "[ก, ข, ค, ง, จ, ฉ, ช, ซ, ฌ]").replace(SIGNS, "[ก, ข, ค, ง, จ]")),
        (GUIDE, ACTIVITY_TH.replace("rules: [decentralization-act-2542]", "rules: []").replace(PAPERS, "papers: []")),
        (ARTICLE, ARTICLE_TH.replace("diagram: sufficiency\n", "")),
        (HOME, standing("แผน", "ก" * 240)),
    ],
    ids=["nine steps and five signs", "no rules and papers", "no diagram", "long summary"],
)
def test_what_is_allowed_is_no_problem(read_site, path, text):
    assert read_site({path: text, path.replace(".th.", ".en."): None}).problems == []
