"""The body of a page: nothing in it may run code, reach out to another site or break Thai letters; its links."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from .page import Page
from .problem import Problem, problem

_TAG = re.compile(r"<(?!https?://|mailto:)[A-Za-z/!?][^>\n]*>?")
_BRACES = re.compile(r"\{[ ]*[:#.][^}\n]*\}|\{[^}\n]*=[^}\n]*\}")
_LINK = re.compile(
    r"(?=(!?)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^\s)>]+))"  # [text](target), ![text](target), one inside another too
    r"|^[ ]{0,3}\[[^\]]+\]:\s*<?([^\s>]+)"  # [name]: target
    r"|<([a-z]+:[^>\s]+)>",  # <target>
    re.MULTILINE,
)
_REFERENCE_IMAGE = re.compile(r"!\[[^\]]*\](?!\()")  # ![text][name], ![name]
_GAP = r"[\x00-\x20]*"  # browsers read over white space inside a scheme
_SCRIPT_SCHEME = re.compile(
    "|".join(_GAP.join([*word, ":"]) for word in ("javascript", "vbscript")) + r"|data\s*:\s*\w+/", re.IGNORECASE
)
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

_ANY_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_EMPTY_TAGS = {"br", "hr", "img", "input", "col", "wbr"}

_BROKEN_THAI = {
    "\u0e4d\u0e32": ("นิคหิตกับสระอา (ํา) แทนสระอำ", "nikhahit and sara aa instead of sara am"),
    **{
        f"\u0e4d{tone}\u0e32": ("นิคหิต วรรณยุกต์ และสระอา แทนสระอำ", "nikhahit, tone mark and sara aa instead of sara am")
        for tone in "\u0e48\u0e49\u0e4a\u0e4b"
    },
    "\u200b": ("ช่องว่างกว้างศูนย์", "a zero-width space"),
    "\u200d": ("ตัวเชื่อมกว้างศูนย์", "a zero-width joiner"),
    "\ufeff": ("เครื่องหมาย BOM กลางข้อความ", "a byte-order mark inside the text"),
}
_BROKEN_PATTERN = re.compile("|".join(_BROKEN_THAI) + "|[\uf700-\uf71a]")


def check_body(page: Page) -> list[Problem]:
    """Return what a body must not contain, code samples included: HTML, attributes, unsafe links, remote images.

    The hook that sanitizes the finished HTML is the lock; this is the sign on the door, with a line number.
    """
    text = page.body
    found: list[Problem] = []
    by_reference = _REFERENCE_IMAGE.search(text) is not None

    def add(code: str, position: int, value: str) -> None:
        line = page.body_line + text.count("\n", 0, position)
        found.append(problem(code, page.path, line, value=value[:60]))

    for match in _TAG.finditer(text):
        add("raw-html", match.start(), match[0])
    for match in _BRACES.finditer(text):
        add("attribute-list", match.start(), match[0])
    for match in _LINK.finditer(text):
        target = unescape(match[2] or match[3] or match[4])
        target = re.sub(r"[\x00-\x20]", "", target).replace("\\", "/")  # as browsers read it
        scheme = _SCHEME.match(target)
        if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
            add("unsafe-link", match.start(), target)
        elif (match[1] or (match[3] and by_reference)) and (scheme or target.startswith("//")):
            add("remote-image", match.start(), target)
    for match in _SCRIPT_SCHEME.finditer(text):
        add("unsafe-link", match.start(), match[0])
    return sorted(set(found))


def check_letters(path: str, text: str) -> list[Problem]:
    """Return the places where Thai text is stored in a broken way."""
    found = []
    for match in _BROKEN_PATTERN.finditer(text):
        value_th, value_en = _BROKEN_THAI.get(match[0], ("อักขระเฉพาะเครื่อง", "a private-use character"))
        line = text.count("\n", 0, match.start()) + 1
        found.append(problem("thai-text", path, line, value_th=value_th, value_en=value_en))
    return found


def page_links(page: Page) -> Iterator[tuple[str, int]]:
    """Yield (target, line) of every link to a Markdown page of the site."""
    for match in _LINK.finditer(page.body):
        target = unescape(match[2] or match[3] or match[4]).partition("#")[0]
        if target.endswith(".md") and not _SCHEME.match(target):
            yield target, page.body_line + page.body.count("\n", 0, match.start())


def sections(body: str) -> dict[str, str]:
    """Split a body at its ## headings: heading → text below it; text before the first heading is left out."""
    parts = re.split(r"^##[ ]+(.+?)[ ]*#*[ ]*$", body, flags=re.MULTILINE)
    return {heading: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def anchor_of(heading: str, separator: str = "-") -> str:
    """Return the anchor of a heading: its letters, Thai marks and digits, in lower case."""
    words = re.findall(r"[\w\u0e00-\u0e7f]+", heading.lower())
    return separator.join(words)


def split_html(html: str) -> dict[str, str]:
    """Split a body's HTML at its second-level headings: heading as text → its HTML, heading included.

    What stands before the first heading is under the empty text; parts under the same heading stay together.
    """
    starts = list(_top_headings(html))
    parts: dict[str, str] = {"": html[: starts[0]] if starts else html}
    for start, end in pairwise([*starts, len(html)]):
        name = _heading_text(html[start:end])
        parts[name] = parts.get(name, "") + html[start:end]
    return parts


def _top_headings(html: str) -> Iterator[int]:
    """Yield where the second-level headings begin that stand in nothing else; html is well formed."""
    depth = 0
    for match in _ANY_TAG.finditer(html):
        if match[2] in _EMPTY_TAGS:
            continue
        if match[1]:
            depth -= 1
            continue
        if depth == 0 and match[2] == "h2":
            yield match.start()
        depth += 1


def _heading_text(part: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", part[: part.index("</h2>")])).strip()
