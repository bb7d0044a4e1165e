"""The built site: both languages, strict, at the root and below a path, safe, and honest about what is missing."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ACTIVITY_TH, STORY_TH
from mkdocs.exceptions import Abort


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_strict_build_has_both_languages(site):
    assert "บ้านตัวอย่างเก็บน้ำไว้ใช้" in read(site, "stories/pond")
    assert "A village that keeps its water" in read(site, "en/stories/pond")


@pytest.mark.parametrize(
    "address", ["stories/pond", "plan/s1", "activities/s1-1-1", "plan/coverage", "stories/province/90"]
)
def test_language_switch_keeps_the_page(site, address):
    assert re.search(rf'href="[./]*/en/{address}/" hreflang="en"', read(site, address))
    assert re.search(rf'href="[./]*/{address}/" hreflang="th"', read(site, f"en/{address}"))


def test_page_not_yet_in_english_is_shown_in_thai_with_a_banner_in_english(build_site):
    site, warnings = build_site({"stories/pond.en.md": None}, strict=True)
    page = read(site, "en/stories/pond")
    assert warnings == []
    assert "not been translated into English yet" in page
    assert re.search(r'<article[^>]*lang="th"', page)
    assert "ขุดสระร่วมกัน" in page
    assert "(in Thai)" in text_of(read(site, "en/stories/theme/water-forest"))
    assert "not been translated" not in read(site, "stories/pond")


def test_generated_pages_are_in_the_sitemap_in_both_languages(site):
    sitemap = (site / "sitemap.xml").read_text()
    for address in ("stories/province/90/", "en/stories/theme/waste/", "plan/coverage/", "en/stories/kind/lao/"):
        assert f"/{address}</loc>" in sitemap


def test_empty_facets_and_activities_say_none_yet(build_site):
    site, _ = build_site({"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert "ยังไม่มี" in text_of(read(site, "stories/theme/waste"))
    assert "none yet" in text_of(read(site, "en/activities/s1-1-1"))
    assert "ยังไม่มี" in text_of(read(site, "plan/s2"))


def test_problem_in_content_is_a_warning_with_path_and_line_and_fails_strict(build_site):
    broken = STORY_TH.replace("themes: [water-forest]", "themes: [watr-forest]")
    _, warnings = build_site({"stories/pond.th.md": broken})
    (warning,) = [warning for warning in warnings if "themes" in warning]
    assert warning.startswith("docs/stories/pond.th.md:15: themes.1: ")
    with pytest.raises(Abort):
        build_site({"stories/pond.th.md": broken}, strict=True)


def test_site_stands_while_content_is_broken(build_site):
    site, warnings = build_site({"stories/pond.th.md": "---\ntitle: [\n---\n"})
    assert any(warning.startswith("docs/stories/pond.th.md:") for warning in warnings)
    assert "ยังไม่มี" in text_of(read(site, "stories"))


ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[a[b[c]]](javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "![x](https://evil.example/x.png){: onload=alert(1)}",
    "[x]: javascript:alert(1)\n\n[x]",
    "<svg><animate onbegin=alert(1) /></svg>",
    "<iframe src=https://evil.example></iframe>",
    "<math><a xlink:href=javascript:alert(1)>x",
    "text {: onclick=alert(1) style=position:fixed }",
]


class _Dangers(HTMLParser):
    """Collects what could run code: scripts, event attributes, script addresses, foreign frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag == "script" and re.fullmatch(r"(\.\./)*assets/js/[a-z-]+\.js", dict(attributes).get("src") or ""):
            return  # the site's own
        if tag in {"script", "iframe", "object", "embed", "animate"}:
            self.found.append(tag)
        for name, value in attributes:
            if name.startswith("on") or re.match(
                r"\s*(java|vb)script:", re.sub(r"[\t\r\n]", "", value or ""), re.IGNORECASE
            ):
                self.found.append(f"{tag} {name}={value}")


def test_contributed_markdown_never_runs_code(build_site):
    stories = {
        f"stories/attack-{number}.th.md": STORY_TH.replace("หน้าแล้งน้ำไม่พอ", attack)
        for number, attack in enumerate(ATTACKS)
    }
    line = STORY_TH[: STORY_TH.index("หน้าแล้งน้ำไม่พอ")].count("\n") + 1
    site, warnings = build_site(stories)
    for number, attack in enumerate(ATTACKS):
        article = re.search(r"<article.*</article>", read(site, f"stories/attack-{number}"), re.DOTALL)[0]
        dangers = _Dangers()
        dangers.feed(article)
        assert dangers.found == [], attack
        sign = f"docs/stories/attack-{number}.th.md:{line}:"
        assert any(warning.startswith(sign) for warning in warnings), f"no problem is reported for {attack}"


def test_attack_in_a_field_is_shown_as_text(build_site):
    changed = STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", 'title: "<script>alert(1)</script> [x](javascript:1)"')
    site, _ = build_site({"stories/pond.th.md": changed})
    for address in ("stories/pond", "stories", "stories/province/90", "en/activities/s1-1-1", "activities/s1-1-1"):
        article = re.search(r"<article.*</article>", read(site, address), re.DOTALL)[0]
        dangers = _Dangers()
        dangers.feed(article)
        assert dangers.found == []
    assert "<script>alert(1)" not in read(site, "stories/pond")


def test_no_page_names_another_host_but_in_links(site):
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        loaded = re.findall(r'(?:src|<link[^>]+href)="(https?://[^"]+)"', html)
        assert [address for address in loaded if "127.0.0.1" not in address] == [], path
    for path in (site / "assets" / "css").glob("*.css"):
        assert "url(http" not in path.read_text(encoding="utf-8"), path


def test_below_a_path_every_link_and_file_stays_below_it(build_site):
    site, warnings = build_site(site_url="https://example.org/porpiang/", strict=True)
    assert warnings == []
    missing = []
    for path in site.rglob("index.html"):
        for target in re.findall(r'(?:href|src)="([^"#?]+)', path.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            if target.startswith("/"):
                assert target.startswith("/porpiang/"), f"{path}: {target} leaves the sub-path"
                wanted = site / target.removeprefix("/porpiang/")
            else:
                wanted = (path.parent / target).resolve()
            if not (wanted.is_file() or (wanted / "index.html").is_file()):
                missing.append(f"{path.relative_to(site)}: {target}")
    assert missing == []
    assert 'href="/porpiang/' in (site / "404.html").read_text(encoding="utf-8")


def test_missing_page_speaks_both_languages(site):
    page = text_of((site / "404.html").read_text(encoding="utf-8"))
    assert "ไม่พบหน้านี้" in page
    assert "Page not found" in page


def test_long_lists_are_cut_into_pages(build_site):
    many = {f"stories/pond-{number}.th.md": STORY_TH for number in range(120)}
    site, warnings = build_site(many, strict=True)
    assert warnings == []
    assert read(site, "stories/theme/water-forest").count("<li>") <= 60
    assert "pond-" in read(site, "stories/theme/water-forest/page/3")
    assert "pond-" in read(site, "activities/s1-1-1/stories/page/2")
    assert "pond-" in read(site, "en/stories/page/3")


@pytest.mark.parametrize(
    ("address", "heading", "title"),
    [("stories/pond", "สิ่งที่ทำ", "ลิงก์ถึงหัวข้อนี้"), ("en/stories/pond", "what-was-done", "Link to this heading")],
)
def test_every_heading_has_a_link_to_itself_named_in_the_language_of_the_page(site, address, heading, title):
    article = re.search(r"<article.*</article>", read(site, address), re.DOTALL)[0]
    headings = re.findall(r'<h[23][^>]* id="(.*?)"', article)
    assert heading in headings
    links = re.findall(r'<a class="headerlink" href="#(.*?)" title="(.*?)">¶</a></h[23]>', article)
    assert links == [(anchor, title) for anchor in headings]


def test_open_data_is_published_once(site):
    stories = json.loads((site / "data" / "stories.json").read_text(encoding="utf-8"))
    assert [story["id"] for story in stories] == ["pond"]
    assert stories[0]["translations"]["en"]["title"] == "A village that keeps its water"
    assert [path.name for path in (site / "en" / "data").iterdir()] == ["index.html"]


def test_vocabulary_is_not_published(site):
    assert not list(site.rglob("*.yml"))


def test_activity_without_rules_says_so(build_site):
    bare = ACTIVITY_TH.replace("rules: [decentralization-act-2542]", "rules: []")
    bare = re.sub(r"papers:\n.*\n", "papers: []\n", bare)
    site, _ = build_site({"activities/s1-1-1.th.md": bare, "activities/s1-1-1.en.md": None})
    assert "ยังไม่มีกฎหรือเอกสารที่ยืนยันได้" in text_of(read(site, "activities/s1-1-1"))
