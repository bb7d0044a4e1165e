"""What is wrong with the content, as values: where, what, and how to mend it, in Thai and English."""

from dataclasses import dataclass
from difflib import get_close_matches

# code: (Thai, English, repair in Thai, repair in English); {names} are filled in by whoever finds the problem.
MESSAGES: dict[str, tuple[str, str, str, str]] = {
    "not-utf8": (
        "ไฟล์ไม่ได้บันทึกเป็น UTF-8",
        "the file is not UTF-8 text",
        "บันทึกไฟล์ใหม่โดยเลือกรหัสอักขระ UTF-8",
        "save the file again as UTF-8",
    ),
    "no-front-matter": (
        "ไม่พบข้อมูลส่วนหัวระหว่างเส้น ---",
        "no front matter between two --- lines",
        "เริ่มไฟล์ด้วยบรรทัด --- ใส่ข้อมูล แล้วปิดด้วยบรรทัด ---",
        "begin the file with a line ---, then the fields, then a line ---",
    ),
    "broken-yaml": (
        "อ่านข้อมูลส่วนหัวไม่ได้: {reason}",
        "the front matter cannot be read: {reason}",
        "ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดในบรรทัดนี้หรือบรรทัดก่อนหน้า",
        "check indentation, colons and quotes on this line or the one above",
    ),
    "duplicate-key": (
        "เขียน {key} ซ้ำสองครั้ง",
        "{key} is written twice",
        "เหลือไว้บรรทัดเดียว (ครั้งแรกอยู่บรรทัด {first})",
        "keep one of the two (the first is on line {first})",
    ),
    "missing-field": (
        "ยังไม่ได้กรอก {key}",
        "{key} is missing",
        "เพิ่มบรรทัด {key}: ถ้าไม่ทราบและช่องนี้รับได้ ให้เขียน unknown",
        "add a line {key}: and write unknown where the field allows it and nobody knows",
    ),
    "empty-field": (
        "ช่องนี้ว่างอยู่",
        "this field is empty",
        "กรอกข้อความ หรือเขียน unknown ถ้าไม่ทราบและช่องนี้รับได้",
        "fill it in, or write unknown where the field allows it",
    ),
    "unknown-field": (
        "ไม่รู้จักช่อง {key}",
        "there is no field {key}",
        "ตรวจตัวสะกด{suggestion_th} หรือลบออก",
        "check the spelling{suggestion_en} or take it out",
    ),
    "fact-in-translation": (
        "ไฟล์ภาษาอังกฤษมีช่อง {key} ซึ่งเป็นข้อเท็จจริง",
        "the English file carries {key}, which is a fact",
        "ลบ {key} ออก ข้อเท็จจริงอยู่ในไฟล์ .th.md เพียงที่เดียว",
        "take {key} out; facts live in the .th.md file only",
    ),
    "not-a-date": (
        "“{value}” ไม่ใช่วันที่ที่มีอยู่จริง",
        "“{value}” is not a date that exists",
        "เขียนเป็น ค.ศ. แบบ ปปปป-ดด-วว เช่น 2026-11-23",
        "write it as YYYY-MM-DD, such as 2026-11-23",
    ),
    "buddhist-year": (
        "ปี {value} ดูเหมือนปี พ.ศ.",
        "the year {value} looks like a Buddhist-era year",
        "ในไฟล์ใช้ปี ค.ศ. ลบด้วย 543 เป็น {ce}",
        "files use the Common Era: subtract 543 and write {ce}",
    ),
    "unknown-word": (
        "“{value}” ไม่อยู่ในรายการคำ {words}",
        "“{value}” is not a word of {words}",
        "ใช้คำหนึ่งในนี้: {known}{suggestion_th}",
        "use one of: {known}{suggestion_en}",
    ),
    "unknown-province": (
        "ไม่มีจังหวัดรหัส “{value}”",
        "no province has the code “{value}”",
        'ใช้รหัสจังหวัดสองหลักของกรมการปกครอง เช่น "90" คือสงขลา{suggestion_th}',
        'use the two-digit DOPA code, such as "90" for Songkhla{suggestion_en}',
    ),
    "unknown-area": (
        "ไม่พบ{level_th} “{value}” ใน{parent}",
        "no {level_en} “{value}” in {parent}",
        "ตรวจตัวสะกด{suggestion_th} หรือเขียน unknown",
        "check the spelling{suggestion_en} or write unknown",
    ),
    "missing-entry": (
        "อ้างถึง {kind} “{value}” ซึ่งไม่มีในเว็บ",
        "there is no {kind} “{value}”",
        "ตรวจรหัส{suggestion_th}",
        "check the id{suggestion_en}",
    ),
    "missing-source": (
        "อ้างถึงแหล่งข้อมูล “{value}” ซึ่งไม่อยู่ในรายการ sources",
        "“{value}” is not the id of a source of this entry",
        "ใช้รหัสหนึ่งในนี้: {known}",
        "use one of: {known}",
    ),
    "missing-link": (
        "ลิงก์ไปยัง {value} ซึ่งไม่มีหน้านี้",
        "the link {value} leads to no page",
        "ตรวจชื่อไฟล์{suggestion_th} โดยไม่ต้องใส่ .th หรือ .en",
        "check the file name{suggestion_en}; leave out .th and .en",
    ),
    "duplicate-id": (
        "รหัส “{value}” ใช้แล้วใน {first}",
        "the id “{value}” is already used in {first}",
        "ตั้งรหัสใหม่ที่ไม่ซ้ำ",
        "choose an id that nobody uses",
    ),
    "duplicate-form": (
        "คำ “{value}” ใช้แล้วในกลุ่ม {first}",
        "the form “{value}” already belongs to {first}",
        "ให้คำหนึ่งอยู่ได้กลุ่มเดียว ลบออกจากกลุ่มใดกลุ่มหนึ่ง",
        "let a form belong to one group only; take it out of one of the two",
    ),
    "bad-id": (
        "รหัส “{value}” ต้องเป็นอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง",
        "the id “{value}” must be lower-case ASCII letters, digits and hyphens",
        "เปลี่ยนชื่อไฟล์หรือรหัส เช่น {example}",
        "rename it, for instance {example}",
    ),
    "no-language": (
        "ชื่อไฟล์ไม่บอกภาษา",
        "the file name does not say its language",
        "ลงท้ายชื่อไฟล์ด้วย .th.md หรือ .en.md",
        "end the name with .th.md or .en.md",
    ),
    "no-thai-page": (
        "มีไฟล์ภาษาอังกฤษแต่ไม่มีไฟล์ภาษาไทย {value}",
        "there is an English file but no Thai file {value}",
        "เพิ่มไฟล์ภาษาไทยก่อน",
        "add the Thai file first",
    ),
    "misplaced-file": (
        "ไฟล์นี้อยู่ในโฟลเดอร์ที่ไม่มีชนิดข้อมูลรองรับ",
        "no kind of entry lives in this folder",
        "ย้ายไปที่ {value}",
        "move it to {value}",
    ),
    "uneven-lists": (
        "{key} มี {value} รายการ แต่ไฟล์ภาษาไทยมี {expected} รายการ",
        "{key} has {value} items but the Thai file has {expected}",
        "แปลให้ครบและเรียงลำดับเดียวกัน",
        "translate every item, in the same order",
    ),
    "missing-section": (
        "ไม่มีหัวข้อ “{value}”",
        "the heading “{value}” is missing",
        "เพิ่มบรรทัด ## {value}",
        "add a line ## {value}",
    ),
    "too-many": (
        "มี {value} รายการ เกินที่รับได้ {limit}",
        "{value} items, at most {limit} are allowed",
        "เลือกไว้ไม่เกิน {limit} รายการ",
        "keep at most {limit}",
    ),
    "too-few": (
        "มี {value} รายการ ต้องมีอย่างน้อย {limit}",
        "{value} items, at least {limit} are needed",
        "เพิ่มให้ครบ {limit} รายการ",
        "add items until there are {limit}",
    ),
    "too-long": (
        "ยาว {value} ตัวอักษร เกินที่รับได้ {limit}",
        "{value} characters, at most {limit} are allowed",
        "ย่อให้เหลือไม่เกิน {limit} ตัวอักษร",
        "shorten it to {limit} characters",
    ),
    "wrong-type": (
        "ค่านี้ต้องเป็น{expected_th}",
        "this must be {expected_en}",
        "แก้ค่าให้ถูกชนิด ข้อความที่ขึ้นต้นด้วยตัวเลขหรือเครื่องหมายให้ใส่ในเครื่องหมายคำพูด",
        "correct the value; put text that begins with a digit or a sign in quotes",
    ),
    "not-a-whole-number": (
        "“{value}” ไม่ใช่จำนวนเต็มที่ใช้ได้ที่นี่",
        "“{value}” is not a whole number that can stand here",
        "เขียนด้วยเลข 0–9 ไม่มีจุลภาคหรือทศนิยม เช่น 100000 คะแนนติดลบได้ เช่น -1",
        "write it in figures 0–9 without commas or decimals, such as 100000; points may be negative, such as -1",
    ),
    "band-order": (
        "ช่วงนี้สิ้นสุดที่ {value} ซึ่งไม่มากกว่าช่วงก่อนหน้า {before}",
        "this band ends at {value}, which is not above the one before, {before}",
        "เรียงช่วงจากน้อยไปมาก",
        "put the bands in rising order",
    ),
    "last-band": (
        "ช่วงสุดท้ายมี up_to จำนวนที่มากกว่านั้นจึงไม่อยู่ในช่วงใด",
        "the last band has up_to, so larger numbers are in no band",
        "ลบ up_to ของช่วงสุดท้าย หรือเพิ่มช่วงต่อท้ายที่ไม่มี up_to",
        "take up_to out of the last band, or add a band without it at the end",
    ),
    "bad-url": (
        "“{value}” ไม่ใช่ที่อยู่เว็บ",
        "“{value}” is not a web address",
        "ใช้ที่อยู่ที่ขึ้นต้นด้วย http:// หรือ https://",
        "use an address that begins with http:// or https://",
    ),
    "quiz-key": (
        "คำถามแบบ {value} นี้ไม่มีเฉลยที่ใช้ได้",
        "this {value} item has no usable key",
        "single มี right: true หนึ่งข้อ multiple มีอย่างน้อยสองข้อและมีข้อผิด ordering ไม่ใส่ right number ใช้ number แทน choices",
        "single has one right: true, multiple two or more and a wrong one, ordering none; number has no choices",
    ),
    "choice-ids": (
        "รหัสตัวเลือก {value} ไม่เรียงจาก a",
        "the ids of the choices, {value}, do not run from a",
        "เขียน id ของตัวเลือกเป็น a b c ตามลำดับ",
        "number the choices a, b, c in order",
    ),
    "key-differs": (
        "{key} เป็น “{value}” แต่ไฟล์ภาษาไทยเป็น “{expected}”",
        "{key} is “{value}” but the Thai file has “{expected}”",
        "ตรวจว่าเรียงลำดับและเฉลยตรงกับภาษาไทย",
        "check that order and key are those of the Thai file",
    ),
    "minutes-off": (
        "ส่วนย่อยรวมได้ {value} นาที แต่เขียนไว้ {stated} นาที ต่างกันเกินร้อยละ 10",
        "the parts add up to {value} minutes but {stated} are stated, more than 10 % apart",
        "แก้นาทีของส่วนย่อย หรือแก้เวลารวม",
        "mend the minutes of the parts or the total",
    ),
    "untied-objective": (
        "ยังไม่มีคำถามหรืองานข้อใดวัดจุดประสงค์ {value}",
        "no quiz item or task tests the objective {value}",
        "ใส่ objective: {value} ในคำถามข้อหนึ่ง หรือใน objectives ของงาน",
        "name {value} in a quiz item or in the objectives of the task",
    ),
    "unknown-objective": (
        "ไม่มีจุดประสงค์ {value} ในโมดูลนี้",
        "this module has no objective {value}",
        "ใช้รหัสหนึ่งในนี้: {known}",
        "use one of: {known}",
    ),
    "objective-verb": (
        "จุดประสงค์ “{value}” ไม่ได้ขึ้นต้นด้วยคำกริยาที่มองเห็นได้",
        "the objective “{value}” does not begin with a verb that can be observed",
        "ขึ้นต้นด้วยคำใน docs/_vocabulary/verbs.yml เช่น {example}",
        "begin with a word of docs/_vocabulary/verbs.yml, such as {example}",
    ),
    "prerequisite-cycle": (
        "หลักสูตรนี้ต้องเรียนตัวเองก่อน: {value}",
        "the course has to be taken before itself: {value}",
        "ตัดหลักสูตรหนึ่งออกจาก requires",
        "take one of them out of requires",
    ),
    "unlisted-module": (
        "หลักสูตร {value} ไม่มีโมดูลนี้ในรายการ modules",
        "the course {value} does not list this module",
        "เพิ่ม {module} ใน modules ของ docs/curricula/{value}.th.md",
        "add {module} to modules of docs/curricula/{value}.th.md",
    ),
    "end-before-start": (
        "ปีที่สิ้นสุด {value} อยู่ก่อนปีที่เริ่ม {start}",
        "the end year {value} is before the start year {start}",
        "ตรวจสองปีนี้กับแหล่งข้อมูล",
        "check both years against the source",
    ),
    "low-confidence": (
        "ความเชื่อมั่นต่ำ ยังเผยแพร่ไม่ได้",
        "an entry of low confidence is not published",
        "หาแหล่งข้อมูลเพิ่มแล้วเปลี่ยนเป็น medium หรือ high",
        "find more sources, then change it to medium or high",
    ),
    "raw-html": (
        "เนื้อหามีแท็ก HTML “{value}”",
        "the text contains the HTML tag “{value}”",
        "เขียนด้วย Markdown เท่านั้น ถ้าต้องการเครื่องหมาย < ให้เขียน &lt;",
        "write Markdown only; for a plain < sign write &lt;",
    ),
    "unsafe-link": (
        "ลิงก์ “{value}” ใช้ไม่ได้ในเว็บนี้",
        "the link “{value}” is not allowed here",
        "ใช้ลิงก์ http, https, mailto, tel หรือชื่อไฟล์ .md",
        "link with http, https, mailto, tel or the name of a .md file",
    ),
    "remote-image": (
        "ภาพมาจากเว็บอื่น “{value}”",
        "the image “{value}” comes from another site",
        "เก็บภาพไว้ใน docs/assets แล้วอ้างถึงไฟล์นั้น",
        "keep the picture in docs/assets and refer to that file",
    ),
    "attribute-list": (
        "เนื้อหามีวงเล็บปีกกากำหนดคุณสมบัติ “{value}”",
        "the text sets attributes with braces “{value}”",
        "ลบวงเล็บปีกกาออก",
        "take the braces out",
    ),
    "hidden-file": (
        "ไฟล์นี้ใช้ที่อยู่เดียวกับหน้าที่เว็บสร้างเอง จึงจะไม่มีใครได้อ่าน",
        "the site makes a page at this address, so nobody would read this file",
        "เปลี่ยนชื่อไฟล์ หรือลบทิ้ง",
        "rename the file or delete it",
    ),
    "public-key": (
        "“{value}” ไม่ใช่กุญแจสาธารณะ",
        "“{value}” is not a public key",
        "คัดลอกบรรทัดที่คำสั่ง keygen พิมพ์ให้มาทั้งบรรทัด มี 52 ตัว",
        "copy the whole line that keygen printed; it has 52 letters and digits",
    ),
    "missing-column": (
        "บรรทัดแรกไม่มีหัวตาราง {value}",
        "the first line has no column {value}",
        "ให้บรรทัดแรกเป็น {columns} คั่นด้วยจุลภาค",
        "let the first line be {columns}, with commas between",
    ),
    "no-rows": (
        "ยังไม่มีรายชื่อใต้บรรทัดหัวตาราง",
        "no records below the first line",
        "เพิ่มผู้เรียนคนละบรรทัด",
        "add a line for each learner",
    ),
    "empty-cell": (
        "ช่องนี้ว่างอยู่",
        "this cell is empty",
        "กรอกให้ครบทุกช่องในบรรทัดนี้",
        "fill in every cell of the line",
    ),
    "learner-name": (
        "ชื่อ “{value}” มีอักขระที่มองไม่เห็น",
        "the name “{value}” has characters that cannot be seen",
        "พิมพ์ชื่อใหม่ อย่าคัดลอกจากหน้าเว็บหรือเอกสารอื่น",
        "type the name again; do not copy it from a page or document",
    ),
    "future-day": (
        "วันที่ {value} ยังมาไม่ถึง",
        "the day {value} is still to come",
        "ใส่วันที่ผู้เรียนทำแบบทดสอบหลังเรียน",
        "write the day on which the last test was taken",
    ),
    "outside-key": (
        "วันที่ {value} อยู่นอกช่วงที่กุญแจนี้ใช้ได้ {begins} ถึง {ends}",
        "the day {value} is outside the time of this key, {begins} to {ends}",
        "ตรวจวันที่ หรือขึ้นทะเบียนกุญแจใหม่",
        "check the day, or register a new key",
    ),
    "course-version": (
        "หลักสูตร {course} ไม่มีรุ่น “{value}”",
        "the course {course} has no version “{value}”",
        "เขียนเลขสองตัวมีจุดคั่น รุ่นปัจจุบันคือ {current}",
        "write two numbers with a point between; the version today is {current}",
    ),
    "score": (
        "คะแนน {value} จาก {count} เป็นไปไม่ได้",
        "{value} right of {count} cannot be",
        "right คือจำนวนข้อที่ตอบถูก count คือจำนวนข้อทั้งหมด เขียนด้วยเลข 0–9",
        "right is how many answers were right, count how many questions there were, in figures 0–9",
    ),
    "missing-words": (
        "ไม่มีรายการคำนี้",
        "this list of words is missing",
        "นำไฟล์กลับมา",
        "bring the file back",
    ),
    "province-region": (
        "จังหวัด{name} (“{value}”) อยู่ใน {count} ภาค",
        "province “{value}” stands in {count} regions",
        "ให้แต่ละจังหวัดอยู่ภาคเดียว",
        "put every province in exactly one region",
    ),
    "thai-text": (
        "พบอักขระไทยที่ไม่ถูกต้อง: {value_th}",
        "broken Thai text: {value_en}",
        "พิมพ์คำนี้ใหม่",
        "type the word again",
    ),
}


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the content.

    path is relative to docs/, line counts from 1, field is dotted and counts list items from 1.
    """

    path: str
    line: int
    field: str
    code: str
    th: str
    en: str
    repair_th: str
    repair_en: str

    def __str__(self) -> str:
        """One line, path first so that editors and terminals open it with a click."""
        field = f" {self.field}:" if self.field else ""
        return f"docs/{self.path}:{self.line}:{field} {self.th} → {self.repair_th} | {self.en} → {self.repair_en}"


def problem(code: str, path: str, line: int, field: str = "", **values: object) -> Problem:
    """Return the problem of this code with its sentences filled in; KeyError for a code or name that is not known."""
    texts = (field, *(sentence.format(**values) for sentence in MESSAGES[code]))
    field, th, en, repair_th, repair_en = (" ".join(text.splitlines()) for text in texts)  # a report is one line
    return Problem(path, line, field, code, th, en, repair_th, repair_en)


def suggestion(value: str, known: list[str]) -> dict[str, str]:
    """Return suggestion_th and suggestion_en: the nearest known word, or empty strings."""
    nearest = get_close_matches(value, known, n=1, cutoff=0.6)
    if not nearest:
        return {"suggestion_th": "", "suggestion_en": ""}
    return {"suggestion_th": f" (ใกล้เคียง: {nearest[0]})", "suggestion_en": f" (near: {nearest[0]})"}
