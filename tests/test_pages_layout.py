"""Every page of the site: one title, words that stay words, Thai said to be Thai on English pages."""

import re
from html.parser import HTMLParser

import pytest
import yaml
from conftest import MINIMAL, STORY_TH, standing, tiny_site
from porpiang.assembly import assemble
from porpiang.pages import computed_pages
from shown import lay_out, read

PAGES = [
    "index", "plan/index", "plan/source/index", "plan/s1", "plan/coverage", "activities/s1-1-1", "knowledge/index",
    "knowledge/philosophy", "contribute/index", "data/index", "stories/index", "stories/pond", "stories/theme/water-forest",
    "stories/province/90",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("locale", ["th", "en"])
def test_page_has_one_title_and_every_anchor_once(read_site, outlines, name, locale):
    site, path = read_site(), f"{name}.{locale}.md"
    html = lay_out(site, path, outlines)
    title, *_ = read(html).split("\n")
    assert title.startswith("# ")
    assert title.endswith(site.title_and_summary(path)[0])
    assert html.count("<h1") == 1
    anchors = re.findall(r' id="(.*?)"', html)
    assert len(anchors) == len(set(anchors))


def test_page_of_no_known_layout_shows_its_own_words_under_its_title(read_site):
    body = "---\ntitle: เกี่ยวกับ <เรา>\nsummary: สั้น\n---\n\nข้อความ\n"
    site = read_site({"about.th.md": body, "about.en.md": standing("About us")})
    assert read(lay_out(site, "about.th.md")) == "# เกี่ยวกับ <เรา>\nข้อความ"
    assert read(lay_out(site, "about.en.md")) == "# About us\nข้อความ"


def test_there_is_a_page_for_every_value_and_the_matrix_in_both_languages(read_site):
    pages = computed_pages(read_site().catalog)
    names = {name.removesuffix(".th.md") for name in pages if name.endswith(".th.md")}
    assert names == {name.removesuffix(".en.md") for name in pages if name.endswith(".en.md")}
    assert {"plan/coverage", "stories/lao-type/pao", "stories/problem/index", "stories/region/west"} <= names
    assert sum(name.startswith("stories/province/") for name in names) == 77
    assert {page.title for page in pages.values() if not page.summary or "<" in page.title} == set()


ATTACK = "\"'><i onclick=x>&"


def attacked(value):
    if isinstance(value, dict):
        return {key: attacked(inner) for key, inner in value.items()}
    return [attacked(inner) for inner in value] if isinstance(value, list) else value + ATTACK


def attack_fields():
    """Return the tiny site with markup in every field of the English pages, and in what Thai pages lend them."""
    changes = {
        "stories/pond.th.md": STORY_TH.replace("title: หน้าตัวอย่าง", f"title: '{ATTACK.replace(chr(39), chr(39) * 2)}'")
    }
    for path, text in MINIMAL.items():
        if path.endswith(".en.md"):
            _, head, body = text.split("---\n", 2)
            changes[path] = f"---\n{yaml.safe_dump(attacked(yaml.safe_load(head)))}---\n{body}"
    return changes


def attack_words():
    """Return the tiny site with markup in every English label, note and sentence of the vocabulary."""
    changes = {}
    for path, text in MINIMAL.items():
        if path.endswith(".yml"):
            words = yaml.load(text, yaml.BaseLoader) or {}
            shown = {"en", "note_en", "slip"}
            words = {i: {key: v + ATTACK if key in shown else v for key, v in w.items()} for i, w in words.items()}
            changes[path] = yaml.safe_dump(words, sort_keys=False)  # bands stand in their order
    return changes


class _Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.attacks, self.text = [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.attacks += [tag] if tag == "i" else []
        self.attacks += [name for name, _ in attributes if name.startswith("on")]
        self.text += "".join(value or "" for _, value in attributes)

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("name", PAGES)
def test_markup_in_a_field_is_shown_as_text(outlines, name):
    site = assemble(((path, text.encode()) for path, text in tiny_site(attack_fields()).items()), outlines)
    assert site.problems == []
    tags = _Tags(lay_out(site, f"{name}.en.md", outlines))
    assert tags.attacks == []
    assert not re.search(r"&(amp|lt|gt|quot|#x27);", tags.text), "a text is escaped twice"
    assert ATTACK in tags.text or name in ("contribute/index", "data/index")


@pytest.mark.parametrize("name", PAGES)
def test_markup_in_a_word_of_the_vocabulary_is_shown_as_text(outlines, name):
    site = assemble(((path, text.encode()) for path, text in tiny_site(attack_words()).items()), outlines)
    assert site.problems == []
    tags = _Tags(lay_out(site, f"{name}.en.md", outlines))
    assert tags.attacks == []
    assert not re.search(r"&(amp|lt|gt|quot|#x27);", tags.text), "a text is escaped twice"
    assert ATTACK in tags.text or name == "knowledge/index"


ID = 'x"onclick="y'


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("_vocabulary/regions.yml", "\nsouth:", f"\n'{ID}':"),
        ("_vocabulary/themes.yml", "\nwaste:", f"\n'{ID}': {{th: ก, en: B}}\nwaste:"),
        ("_vocabulary/errata.yml", "\ne2:", f"\n'{ID}':"),
        ("plan/s1.th.md", "id: s1-1\n", f"id: '{ID}'\n"),
    ],
    ids=["region", "theme", "erratum", "tactic"],
)
def test_id_cannot_set_attributes(outlines, path, old, new):
    changes = {path: MINIMAL[path].replace(old, new)}
    changes["stories/pond.th.md"] = STORY_TH.replace("[water-forest]", f"['{ID}']") if "themes" in path else STORY_TH
    site = assemble(((path, text.encode()) for path, text in tiny_site(changes).items()), outlines)
    assert changes[path] != MINIMAL[path]
    attacks = {name: _Tags(lay_out(site, f"{name}.th.md", outlines)).attacks for name in PAGES}
    assert attacks == {name: [] for name in PAGES}


def languages(html, title):
    """Return the language that a title is said to be in at each place it is shown; empty where nothing is said."""
    return set(re.findall(rf'<\w+(?: href="[^"]*")?(?: lang="(\w+)")?[^>]*>[^<]*{title}', html))


@pytest.mark.parametrize("name", ["stories/pond", "plan/s1", "plan/coverage", "knowledge/philosophy"])
def test_title_of_a_guide_that_is_only_in_thai_is_said_to_be_thai(read_site, name):
    html = lay_out(read_site({"activities/s1-1-1.en.md": None}), f"{name}.en.md")
    assert languages(html, "รวบรวมความรู้") == {"th"}


@pytest.mark.parametrize(
    "name", ["index", "stories/index", "activities/s1-1-1", "plan/s1", "stories/theme/water-forest"]
)
def test_title_of_a_story_that_is_only_in_thai_is_said_to_be_thai(read_site, name):
    html = lay_out(read_site({"stories/pond.en.md": None}), f"{name}.en.md")
    assert languages(html, "บ้านตัวอย่างเก็บน้ำไว้ใช้") == {"th"}
    assert "(in Thai)" in html
