"""Contributed text never runs code and loads nothing from other sites: bodies are cleaned, fields are shown as text."""

import json
import re
from html.parser import HTMLParser

import pytest
from conftest import MINIMAL, REAL, STORY_TH, strategy
from porpiang.page import read_page, read_yaml
from porpiang.safe_html import clean
from shown import lay_out


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">ก</h2>',
        '<p>ก <em>ข</em> <strong>ค</strong> <code>ง</code><br>จ <span lang="en" title="x">a</span></p>',
        "<ul><li>ก</li></ul><ol><li>ข</li></ol><dl><dt>ค</dt><dd>ง</dd></dl><blockquote><p>จ</p></blockquote><hr>",
        '<a href="../plan/s1.md#goal">ก</a> <a href="https://example.org/?a=1&amp;b=2">ข</a>',
        '<a href="mailto:a@example.org">ก</a> <a href="tel:0812345678">ข</a>',
        '<img alt="สระ" src="../assets/images/a.png" width="4" height="3">',
        '<table><thead><tr><th style="text-align:right" scope="col">ก</th></tr></thead>'
        '<tbody><tr><td style="text-align:right">1</td></tr></tbody></table>',
        "<pre><code>&lt;script&gt;</code></pre>",
    ],
    ids=["heading", "text", "lists", "links", "mail and telephone", "picture", "table", "sample of code"],
)
def test_what_reading_needs_goes_through_as_it_is(html):
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<script>alert(1)</script>ก", "ก"),
        ("<style>p {color: red}</style>ก", "ก"),
        ("<iframe src='https://example.org'></iframe>ก<object data=x></object><embed src=x>", "ก"),
        ("<form action=x><input name=y>ก</form>", "ก"),
        ("<svg><animate onbegin=alert(1) /></svg>ก", "ก"),
        ("<p onclick=alert(1)>ก</p>", "<p>ก</p>"),
        ("<p style='position:fixed'>ก</p>", "<p>ก</p>"),
        ("<table><tbody><tr><td style='text-align:left;position:fixed'>ก</td></tr></tbody></table>",
         '<table><tbody><tr><td style="text-align:left">ก</td></tr></tbody></table>'),
        ("<a href='javascript:alert(1)'>ก</a>", "<a>ก</a>"),
        ("<a href='JAVA&#9;script&colon;alert(1)'>ก</a>", "<a>ก</a>"),
        ("<a href='data:text/html,x'>ก</a> <a href='vbscript:x'>ข</a>", "<a>ก</a> <a>ข</a>"),
        ("<a href='https://example.org' target='_top' onmouseover=x>ก</a>", '<a href="https://example.org">ก</a>'),
        ("<img alt='ก' src='a.png' srcset='//example.org/a.png' onerror=x>", '<img alt="ก" src="a.png">'),
        ("<p>ก<!-- ข -->", "<p>ก</p>"),
        ("<div><h2>ก</div>", "<div><h2>ก</h2></div>"),
    ],
)  # fmt: skip
def test_what_could_run_code_or_break_out_of_the_page_is_taken_out(html, left):
    assert clean(html) == left


@pytest.mark.parametrize("quote", ["'", '"'])
def test_tags_inside_an_attribute_stay_text(quote):
    """The body is cut at its headings after cleaning, so that no attribute may hold a tag."""
    shown = clean(f"<a title={quote}<h2></h2><img src=x onerror=alert(1)>{quote}>ก</a>")
    assert shown == '<a title="&lt;h2&gt;&lt;/h2&gt;&lt;img src=x onerror=alert(1)&gt;">ก</a>'


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x.png",
        "//evil.example/x.png",
        " //evil.example/x.png",
        r"\\evil.example/x.png",
        "HTTPS&colon;//evil.example/x.png",
        "data:image/png;base64,AAAA",
        r"/\evil.example/x.png",
        "/&#9;/evil.example/x.png",
        "&#1;//evil.example/x.png",
    ],
)
def test_picture_of_another_site_is_not_fetched(address):
    assert clean(f'<img alt="ก" src="{address}">') == '<img alt="ก">'


ATTACK = """<i onx='1'>" onx='2' &lt;"""


class Page(HTMLParser):
    """Collects the text of a page, and the tags and attributes that an attack became."""

    def __init__(self, html):
        super().__init__()
        self.attacks, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        is_ours = re.fullmatch(r"[./]*assets/js/[a-z-]+\.js", dict(attributes).get("src") or "")
        is_foreign = tag == "i" or (tag == "script" and not is_ours)
        if is_foreign or any(name.startswith("on") for name, _ in attributes):
            self.attacks.append((tag, attributes))

    def handle_data(self, data):
        self.text += data


def every_page(assembly, outlines):
    return {path: Page(lay_out(assembly, path, outlines)) for path in (*assembly.pages, *assembly.computed)}


def marked(fields, english):
    """Return front matter with an attack after every value that has an English half, and after titles of sources."""
    if isinstance(fields, dict):
        prose = {key: english.get(key, value) for key, value in fields.items() if key in english or key == "title"}
        return fields | {key: marked(fields[key], value) for key, value in prose.items()}
    if isinstance(fields, list):
        return [marked(*pair) for pair in zip(fields, english, strict=True)]
    return f"{fields} {ATTACK}"


def test_attack_in_any_field_is_shown_as_text(read_site, outlines):
    files = {}
    for path in MINIMAL.keys() - REAL.keys():
        page, _ = read_page(path, MINIMAL[path].encode())
        english, _ = read_page(f"{page.name}.en.md", MINIMAL[f"{page.name}.en.md"].encode())
        files[path] = f"---\n{json.dumps(marked(page.meta, english.meta))}\n---\n{page.body}"
    assembly = read_site(files)
    assert assembly.problems == []
    pages = every_page(assembly, outlines)
    assert {path: page.attacks for path, page in pages.items() if page.attacks} == {}
    entries = [page for kind in assembly.catalog.entries for entry in assembly.catalog.of(kind) for page in entry.pages.values()]  # fmt: skip
    assert [page.path for page in entries if pages[page.path].text.count(ATTACK) < 5] == []


@pytest.mark.parametrize(
    "words",
    [
        "consents", "errata", "evidence_grades", "lao_types", "problems", "regions", "rules", "themes",
        "kinds",
        "story_kinds",
        "interface",
    ],
)  # fmt: skip
def test_attack_in_a_word_is_shown_as_text(read_site, outlines, words):
    path = f"_vocabulary/{words}.yml"
    listed, _, _ = read_yaml(REAL[path], path)
    for word in listed.values():
        word |= {key: f"{word[key]} {ATTACK}" for key in word.keys() & {"th", "en", "note_th", "note_en", "slip"}}
    pages = every_page(read_site({path: json.dumps(listed)}), outlines)
    assert any(ATTACK in page.text for page in pages.values())
    assert {path: page.attacks for path, page in pages.items() if page.attacks} == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"plan/s1.th.md": strategy(1)["plan/s1.th.md"].replace("id: s1-1\n", f"id: {json.dumps(ATTACK)}\n")},
        {"plan/s1.th.md": strategy(1)["plan/s1.th.md"].replace("id: s1-1-1,", f"id: {json.dumps(ATTACK)},")},
        {f"stories/{ATTACK}.th.md": STORY_TH},
        {"_vocabulary/themes.yml": f"{REAL['_vocabulary/themes.yml']}\n{json.dumps(ATTACK)}: {{th: ก, en: a}}"},
    ],
    ids=["tactic", "activity", "file name", "word"],
)  # fmt: skip
def test_attack_in_an_id_is_shown_as_text(read_site, outlines, changes):
    pages = every_page(read_site(changes), outlines)
    assert {path: page.attacks for path, page in pages.items() if page.attacks} == {}
