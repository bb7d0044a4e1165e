"""A place to visit and learn from: what it shows, what to look at and to ask, and how to get in touch."""

from typing import Annotated, ClassVar

from pydantic import Field

from .fields import Day, Fields, IdOf, PartialDate, Prose, Sentence, Source, Text, Unknown, Url, WordOf
from .story import Place


class Contact(Fields):
    """How a group gets in touch before it travels."""

    how: Prose
    """ติดต่ออย่างไร · how to get in touch"""
    phone: Unknown[Text]
    """โทรศัพท์ของหน่วยงาน ในเครื่องหมายคำพูด หรือ unknown · telephone of the place, in quotes, or unknown"""
    url: Unknown[Url]
    """เว็บไซต์ หรือ unknown · website, or unknown"""


class Visit(Fields):
    """A learning place that groups may visit (activity s1-1-3 of the plan)."""

    required_prose: ClassVar[tuple[str, ...]] = ("title", "summary", "speciality", "look_at", "questions", "contact")

    title: Prose
    """ชื่อแหล่งเรียนรู้ · name of the place"""
    summary: Sentence
    """หนึ่งประโยค: ที่ไหน เด่นเรื่องใด ไม่เกิน 240 ตัวอักษร · one sentence, at most 240 characters"""
    kind: Annotated[str, WordOf("visit_kinds")]
    """เป็นที่แบบใด · kind of place"""
    place: Place
    """สถานที่ · where it is"""
    founded: Unknown[PartialDate]
    """วันหรือปีที่ตั้ง เป็น ค.ศ. หรือ unknown · date or year of foundation, CE, or unknown"""
    run_by: Unknown[Prose]
    """หน่วยงานที่ดูแล หรือ unknown · who runs it, or unknown"""
    speciality: Prose
    """เด่นเรื่องใด · what it is known for"""
    look_at: Annotated[list[Prose], Field(min_length=2, max_length=6)]
    """ควรดูอะไร 2–6 ข้อ · what to look at"""
    questions: Annotated[list[Prose], Field(min_length=3, max_length=6)]
    """คำถามที่ควรถาม 3–6 ข้อ · questions to ask"""
    contact: Contact
    """การติดต่อ · how to get in touch"""
    themes: Annotated[list[Annotated[str, WordOf("themes")]], Field(min_length=1, max_length=3)]
    """เรื่องที่เกี่ยวข้อง 1–3 คำ · one to three themes"""
    activities: Annotated[list[Annotated[str, IdOf("activities")]], Field(min_length=1)]
    """กิจกรรมของแผนที่ใช้ประโยชน์ได้ · activities of the plan it serves"""
    stories: list[Annotated[str, IdOf("stories")]]
    """แบบอย่างที่เกี่ยวข้อง ถ้าไม่มีให้เขียน [] · stories that have to do with it, [] if none"""
    sources: Annotated[list[Source], Field(min_length=1)]
    """แหล่งข้อมูล · sources"""
    reviewed_on: Day
    """วันที่ตรวจทานล่าสุด · date of the last review"""
