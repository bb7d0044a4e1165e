"""Bodies: what must not be in them, Thai letters that are stored wrongly, links and sections, HTML cut at its headings."""

import pytest
from porpiang.body import anchor_of, check_body, check_letters, page_links, sections, split_html
from porpiang.page import Page


def page(body: str) -> Page:
    return Page("stories/a.th.md", "stories/a", "th", {}, body, body_line=50)


@pytest.mark.parametrize(
    ("body", "code", "shown"),
    [
        ("<script>alert(1)</script>", "raw-html", "<script>"),
        ("<!-- note -->", "raw-html", "<!-- note -->"),
        ("`<b>`", "raw-html", "<b>"),
        ("<img src=x", "raw-html", "<img src=x"),
        ("# a {.red}", "attribute-list", "{.red}"),
        ("# a { #red }", "attribute-list", "{ #red }"),
        ("a {: style=color:red }", "attribute-list", "{: style=color:red }"),
        ("a { onclick=alert(1) }", "attribute-list", "{ onclick=alert(1) }"),
        ("[a](javascript:alert)", "unsafe-link", "javascript:alert"),
        ("[a](JAVA&#115;cript:alert)", "unsafe-link", "JAVAscript:alert"),
        ("[a]: vbscript:x", "unsafe-link", "vbscript:x"),
        ("<ftp://example.org>", "unsafe-link", "ftp://example.org"),
        ("![a](data:image/png;base64,AAAA)", "unsafe-link", "data:image/png;base64,AAAA"),
        ("![a](https://example.org/a.png)", "remote-image", "https://example.org/a.png"),
        ("![a](//example.org/a.png)", "remote-image", "//example.org/a.png"),
        ("[![a](https://example.org/a.png)](../index.md)", "remote-image", "https://example.org/a.png"),
        ("![a][b] [b]\n[b]: https://example.org/a.png", "remote-image", "https://example.org/a.png"),
    ],
)  # fmt: skip
def test_what_may_not_be_in_a_body_is_reported_as_the_author_wrote_it(body, code, shown):
    found = [problem for problem in check_body(page(body)) if problem.code == code]
    assert shown in {problem.en.partition("“")[2].rpartition("”")[0] for problem in found}
    assert all("“" in problem.th and problem.repair_th and problem.repair_en for problem in found)


@pytest.mark.parametrize(
    "body",
    [
        "รายได้ < 5,000 บาท และ 3 <4 > 2",
        "[a](https://example.org/?a=1#b) [b](mailto:a@example.org) [c](tel:0812345678)",
        "<https://example.org/a> <mailto:a@example.org>",
        "[a](../plan/s1.md#goal) [b](#c)",
        "![a](../assets/images/a.png) [![a](../assets/images/a.png)](https://example.org)",
        "[a][b]\n\n[b]: https://example.org",
        "เซต {ก ข} และ &lt;b&gt;",
        "ข้อมูล: 12 รายการ",
    ],
)
def test_plain_markdown_is_left_alone(body):
    assert check_body(page(body)) == []


def test_problem_in_a_body_names_the_line_of_the_file():
    found = check_body(page("\nหนึ่ง\n\n<b>สอง</b>\n\n[x](ftp://example.org)\n"))
    assert [(p.path, p.line, p.code) for p in found] == [
        ("stories/a.th.md", 53, "raw-html"),
        ("stories/a.th.md", 53, "raw-html"),
        ("stories/a.th.md", 55, "unsafe-link"),
    ]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("ทํา", "nikhahit and sara aa instead of sara am"),
        ("น้ํา", "nikhahit and sara aa instead of sara am"),
        ("นํ้า", "nikhahit, tone mark and sara aa instead of sara am"),
        ("ตาก\u200bลม", "a zero-width space"),
        ("ก\u200dข", "a zero-width joiner"),
        ("ก\ufeffข", "a byte-order mark inside the text"),
        ("ป\uf70bา", "a private-use character"),
    ],
    ids=["sara am", "tone first", "tone between", "space", "joiner", "mark", "private"],
)
def test_thai_letters_stored_wrongly_are_reported_at_their_line(text, english):
    (problem,) = check_letters("stories/a.th.md", f"---\ntitle: ก\n---\n{text}\n")
    assert (problem.path, problem.line, problem.code) == ("stories/a.th.md", 4, "thai-text")
    assert problem.en == f"broken Thai text: {english}"
    assert problem.repair_th == "พิมพ์คำนี้ใหม่"


def test_sound_thai_letters_are_left_alone():
    assert check_letters("a.th.md", "ทำน้ำให้สะอาด จำนำ พุทฺธํ สรณํ คจฺฉามิ ปิ๊กปี๋ ฿") == []


def test_links_to_pages_are_found_with_their_lines():
    body = "[a](b.md)\n\n- [c](../plan/s1.md#goal)\n[d]: e.md\n[f](https://example.org/g.md) [h](i.png) [j](#k)\n[![l](m.png)](n.md)"
    assert list(page_links(page(body))) == [("b.md", 50), ("../plan/s1.md", 52), ("e.md", 53), ("n.md", 55)]


def test_sections_are_split_at_second_level_headings_only():
    body = "intro\n\n## สภาพเดิม  \n\nแล้ง\n\n### ย่อย\n\nมาก\n\n## สิ่งที่ทำ\nขุดสระ\n"
    assert sections(body) == {"สภาพเดิม": "แล้ง\n\n### ย่อย\n\nมาก", "สิ่งที่ทำ": "ขุดสระ"}


def test_html_is_cut_at_second_level_headings_named_as_authors_write_them():
    before = '<h2 id="a">สภาพเดิม</h2><p>แล้ง</p><h3 id="b">ย่อย</h3><p>มาก</p>'
    done = '<h2 id="c"> <em>ขุด</em> &amp; <code>ปลูก</code> &lt;1&gt;</h2>'
    assert split_html(before + done) == {"": "", "สภาพเดิม": before, "ขุด & ปลูก <1>": done}


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("", {"": ""}),
        ("<p>ก</p>", {"": "<p>ก</p>"}),
        ("<h3>ก</h3><p>ข</p>", {"": "<h3>ก</h3><p>ข</p>"}),
        ("<p>ก</p><h2>ข</h2>", {"": "<p>ก</p>", "ข": "<h2>ข</h2>"}),
        ("<h2>ก</h2>1<h2>ข</h2>2<h2>ก</h2>3", {"": "", "ก": "<h2>ก</h2>1<h2>ก</h2>3", "ข": "<h2>ข</h2>2"}),
        ("1<h2></h2>2", {"": "1<h2></h2>2"}),
    ],
    ids=["nothing", "no heading", "lower heading", "before the first", "same heading again", "heading without words"],
)
def test_no_word_is_lost_when_html_is_cut(html, parts):
    assert split_html(html) == parts


@pytest.mark.parametrize("tag", ["blockquote", "li", "div"])
def test_heading_inside_something_else_is_not_cut_off(tag):
    inner = f'<p>0<br>1<img src="a.png"></p><{tag}><h2>ก</h2><hr><p>1</p></{tag}>'
    assert split_html(f"{inner}<h2>ข</h2>{inner}") == {"": inner, "ข": f"<h2>ข</h2>{inner}"}


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("สิ่งที่ทำ", "สิ่งที่ทำ"),
        ("น้ำ & ป่า: 2 เรื่อง", "น้ำ-ป่า-2-เรื่อง"),
        ("What was done?", "what-was-done"),
    ],
    ids=["Thai marks", "signs and digits", "Latin"],
)
def test_anchor_of_a_heading_keeps_its_letters_and_thai_marks(heading, anchor):
    assert anchor_of(heading) == anchor
