"""An article of the knowledge base: an explanation with its sources."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .fields import Day, Fields, IdOf, Prose, Sentence, Source


class Article(Fields):
    """A page that explains something."""

    required_prose: ClassVar[tuple[str, ...]] = ("title", "summary")

    title: Prose
    """ชื่อเรื่อง · title"""
    summary: Sentence
    """หนึ่งประโยค · one sentence"""
    activities: Annotated[list[Annotated[str, IdOf("activities")]], Field(min_length=1)]
    """กิจกรรมของแผนที่หน้านี้ช่วย · activities of the plan it serves"""
    diagram: Literal["sufficiency"] | None = None
    """แผนภาพที่วางไว้ต้นหน้า · drawing at the head of the page"""
    sources: Annotated[list[Source], Field(min_length=1)]
    """แหล่งข้อมูล · sources"""
    reviewed_on: Day
    """วันที่ตรวจทานล่าสุด · date of the last review"""


class Standing(Fields):
    """The front matter of any other page: the home page, an index, the founding text."""

    title: Prose
    """ชื่อหน้า · title"""
    summary: Sentence
    """หนึ่งประโยค · one sentence"""
