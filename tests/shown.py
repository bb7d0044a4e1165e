"""What readers see of a page: its HTML as lines of text, so that tests need not spell out tags and ways to links."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import markdown
from porpiang.assembly import Assembly
from porpiang.body import anchor_of
from porpiang.province_map import Outlines
from porpiang.safe_html import clean

_ROOT = "https://site.example/"
_TOC = {"toc_depth": "2-3", "slugify": anchor_of}
_MARKS = {"b": "**", "strong": "**", "em": "*", "code": "`"}
_LEADS = {"h1": "# ", "h2": "## ", "h3": "### ", "dd": ": "}
_BLOCKS = {
    "p", "div", "figure", "figcaption", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3",
    "table", "thead", "tbody", "tr", "section", "nav", "quiz-item", "dialog",
}  # fmt: skip
_EMPTY = ("br", "img", "link", "input")
_INLINE = {
    "a", "img", "span", "svg", "noscript", "template", "script", "style", "link", "form", "label", "select", "textarea", "optgroup",
    "option", "button", "caption", "tfoot", "details", "summary", "i", "input",
}  # fmt: skip


def lay_out(site: Assembly, path: str, outlines: Outlines | None = None) -> str:
    """Return a page's HTML, its own Markdown made HTML as the site makes it."""
    body = site.pages[path].body if path in site.pages else ""
    html = markdown.markdown(body, extensions=["sane_lists", "tables", "toc"], extension_configs={"toc": _TOC})
    return site.lay_out(path, clean(html), outlines)


def read(html: str, path: str = "index.md") -> str:
    """Return a page as lines like Markdown; links are as seen from the home page; a tag nobody expects is an error."""
    stem = re.sub(r"(\.th|\.en)?\.md$", "", path)
    reader = _Reader(_ROOT + re.sub(r"(?<![^/])index/$", "", f"{stem}/"))
    reader.feed(html)
    reader.close()
    assert reader.open == [], "a tag is not closed"
    reader.end_line()
    return "\n".join(reader.lines)


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.base, self.lines, self.line = base, [], ""
        self.open: list[tuple[str, dict]] = []
        self.numbers: list[int] = []

    def end_line(self) -> None:
        if self.line.strip():
            self.lines.append(self.line.rstrip())
        self.line = ""

    def inside(self, *tags: str) -> bool:
        return any(tag in tags for tag, _ in self.open)

    def hidden(self) -> bool:
        return self.inside("svg", "template", "style", "dialog")

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if tag in _BLOCKS and not re.fullmatch(r"(-|\d+\.|:)\s*", self.line):
            self.end_line()
            quoted = "> " if self.inside("blockquote") else ""
            self.line = _LEADS.get(tag) or quoted or ("  " if tag == "p" and self.inside("li") else "")
        if tag in ("ul", "ol"):
            self.numbers.append(0)
        elif tag == "li":
            self.numbers[-1] += 1
            self.line = "- " if self.open[-1][0] == "ul" else f"{self.numbers[-1]}. "
        elif tag in ("th", "td"):
            self.line += "| "
        elif tag == "br":
            self.line += "\n"
        elif tag == "a" and not self.hidden():
            self.line += "["
        elif tag in _MARKS:
            self.line += _MARKS[tag]
        else:
            assert tag in _BLOCKS | _INLINE or self.inside("svg"), f"unexpected <{tag}>"
        if tag not in _EMPTY:
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        hidden = self.hidden()
        opened, attributes = self.open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        if tag == "a" and not hidden:
            href = attributes["href"]
            self.line += f"]({href if href[0] == '#' else urljoin(self.base, href).removeprefix(_ROOT)})"
        elif tag in _MARKS:
            self.line += _MARKS[tag]
        elif tag in ("th", "td"):
            self.line += " "
        elif tag == "tr":
            self.line += "|"
        if tag in ("ul", "ol"):
            self.numbers.pop()
        if tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.hidden():
            self.line += data
