"""A story: a practice that somebody carried out, with what is known of it and from where."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from ..geography import districts, provinces, subdistricts
from .fields import Day, Fields, IdOf, Prose, Sentence, Source, SourceId, Text, Unknown, WordOf, Year

Basis = Literal["source", "reading"]


class Place(Fields):
    """Where the practice is."""

    province: Text
    """รหัสจังหวัดสองหลักของกรมการปกครอง ในเครื่องหมายคำพูด · two-digit DOPA code in quotes"""
    district: Unknown[Text]
    """ชื่ออำเภอ ไม่ต้องมีคำว่าอำเภอ หรือ unknown · Thai name of the district, or unknown"""
    subdistrict: Unknown[Text]
    """ชื่อตำบล ไม่ต้องมีคำว่าตำบล หรือ unknown · Thai name of the subdistrict, or unknown"""
    village: Prose | None = None
    """ชื่อหมู่บ้าน · village"""

    @field_validator("province")
    @classmethod
    def _province_exists(cls, value: str) -> str:
        if value not in provinces():
            by_name = {area.th: area.code for area in provinces().values()}
            raise PydanticCustomError("unknown-province", "province", {"value": value, "known": by_name})
        return value

    @field_validator("district")
    @classmethod
    def _district_exists(cls, value: str | None, info: ValidationInfo) -> str | None:
        province = info.data.get("province")
        if value and province and value not in districts(province):
            details = {"value": value, "level": "district", "parent": province, "known": list(districts(province))}
            raise PydanticCustomError("unknown-area", "district", details)
        return value

    @field_validator("subdistrict")
    @classmethod
    def _subdistrict_exists(cls, value: str | None, info: ValidationInfo) -> str | None:
        province, district = info.data.get("province"), info.data.get("district")
        if not (value and province and district):
            return value
        known = subdistricts(districts(province)[district].code)
        if value not in known:
            details = {"value": value, "level": "subdistrict", "parent": district, "known": list(known)}
            raise PydanticCustomError("unknown-area", "subdistrict", details)
        return value


class Years(Fields):
    """When it was done."""

    start: Unknown[Year]
    """ปีที่เริ่ม เป็น ค.ศ. หรือ unknown · first year, CE, or unknown"""
    end: Year | None = None
    """ปีที่สิ้นสุด เป็น ค.ศ. เว้นไว้ถ้ายังทำอยู่หรือไม่ทราบ · last year, CE; leave out while it goes on or nobody knows"""
    note: Prose | None = None
    """คำอธิบายเรื่องเวลา · a word on the time"""

    @field_validator("end")
    @classmethod
    def _end_after_start(cls, value: int | None, info: ValidationInfo) -> int | None:
        start = info.data.get("start")
        if value and start and value < start:
            raise PydanticCustomError("end-before-start", "end", {"value": value, "start": start})
        return value


class Cost(Fields):
    """One sum of money that the practice took."""

    item: Prose
    """จ่ายเป็นค่าอะไร · what it was for"""
    baht: Unknown[Annotated[float, Field(ge=0, allow_inf_nan=False)]]
    """จำนวนเงิน (บาท) หรือ unknown · amount in baht, or unknown"""
    year: Unknown[Year]
    """ปี ค.ศ. หรือ unknown · year, CE, or unknown"""
    paid_by: Unknown[Prose]
    """ใครจ่าย หรือ unknown · who paid, or unknown"""
    sources: list[SourceId]
    """รหัสแหล่งข้อมูล · ids of sources"""


class Result(Fields):
    """One thing that came of it, with how sure it is."""

    text: Prose
    """ผลที่เกิดขึ้นหนึ่งข้อ · one result"""
    grade: Annotated[str, WordOf("evidence_grades")]
    """ระดับหลักฐาน · evidence grade"""
    as_of: Year | None = None
    """ข้อมูล ณ ปี ค.ศ. · year the figure is of, CE"""
    sources: Annotated[list[SourceId], Field(min_length=1)]
    """รหัสแหล่งข้อมูลอย่างน้อยหนึ่งแหล่ง · ids of sources, at least one"""


class Reading(Fields):
    """A statement, and whether a source says it or the editors read it out of the facts."""

    text: Prose
    """ข้อความ · the statement"""
    basis: Basis
    """source แหล่งข้อมูลกล่าวไว้ reading ผู้เรียบเรียงอ่านเอง · source: a source says so; reading: our reading of the facts"""


class Principles(Fields):
    """The three components of sufficiency."""

    moderation: Reading | None = None
    """ความพอประมาณ · moderation"""
    reasonableness: Reading | None = None
    """ความมีเหตุผล · reasonableness"""
    immunity: Reading | None = None
    """ภูมิคุ้มกันที่ดีในตัว · self-immunity"""


class Conditions(Fields):
    """The two conditions of sufficiency."""

    knowledge: Reading | None = None
    """เงื่อนไขความรู้ · knowledge"""
    virtue: Reading | None = None
    """เงื่อนไขคุณธรรม · virtue"""


class Award(Fields):
    """An award that was given."""

    name: Prose
    """ชื่อรางวัล · name of the award"""
    year: Unknown[Year]
    """ปี ค.ศ. หรือ unknown · year, CE, or unknown"""


class Story(Fields):
    """A practice, told so that others can judge and copy it."""

    sections: ClassVar[dict[str, tuple[str, ...]]] = {
        "th": ("สภาพเดิม", "สิ่งที่ทำ", "บทเรียน", "ข้อควรระวัง"),
        "en": ("Before", "What was done", "Lessons", "Cautions"),
    }
    required_prose: ClassVar[tuple[str, ...]] = ("title", "summary", "results")

    title: Prose
    """ชื่อเรื่อง · title"""
    summary: Sentence
    """หนึ่งประโยค: ใคร ทำอะไร ได้ผลอย่างไร ไม่เกิน 240 ตัวอักษร · one sentence, at most 240 characters"""
    kind: Annotated[str, WordOf("story_kinds")]
    """ระดับของแบบอย่าง · level of the practice"""
    lao: Unknown[Prose]
    """ชื่อ อปท. ที่รับผิดชอบหรือเกี่ยวข้อง หรือ unknown · the LAO concerned, or unknown"""
    lao_type: Unknown[Annotated[str, WordOf("lao_types")]]
    """ประเภท อปท. หรือ unknown · type of LAO, or unknown"""
    place: Place
    """สถานที่ · place"""
    people: Unknown[Annotated[int, Field(ge=1)]]
    """จำนวนคนที่อยู่ในพื้นที่ของ อปท. หรือชุมชนนี้ หรือ unknown · number of people living in the area, or unknown"""
    years: Years
    """ช่วงเวลา · time"""
    themes: Annotated[list[Annotated[str, WordOf("themes")]], Field(min_length=1, max_length=3)]
    """เรื่องที่เกี่ยวข้อง 1–3 คำ · one to three themes"""
    problems: Annotated[list[Annotated[str, WordOf("problems")]], Field(min_length=1, max_length=5)]
    """ปัญหาที่ช่วยแก้ 1–5 คำ เรื่องสำคัญขึ้นก่อน · one to five problems it helped to solve, most important first"""
    activities: Annotated[list[Annotated[str, IdOf("activities")]], Field(min_length=1)]
    """กิจกรรมของแผนที่เรื่องนี้เป็นตัวอย่าง เช่น s3-1-5 · activities of the plan it illustrates"""
    cost: Unknown[Annotated[list[Cost], Field(min_length=1)]]
    """ใช้เงินเท่าไร ใครจ่าย หรือ unknown · what it cost and who paid, or unknown"""
    legal_basis: Unknown[Prose]
    """อาศัยอำนาจตามกฎหมายหรือระเบียบใด หรือ unknown · legal basis, or unknown"""
    budget_source: Unknown[Prose]
    """ใช้งบประมาณหมวดใด หรือ unknown · budget source, or unknown"""
    results: Annotated[list[Result], Field(min_length=1)]
    """ผลที่เกิดขึ้น แต่ละข้อมีระดับหลักฐานและแหล่งข้อมูล · results, each with grade and source"""
    principles: Principles
    """สามห่วง · the three components"""
    conditions: Conditions
    """สองเงื่อนไข · the two conditions"""
    weaknesses: Unknown[Annotated[list[Reading], Field(min_length=1)]]
    """จุดอ่อนหรือสิ่งที่ไม่สำเร็จ หรือ unknown · weaknesses, or unknown"""
    not_for: Unknown[Annotated[list[Reading], Field(min_length=1)]]
    """ใครไม่ควรทำตาม หรือ unknown · who should not copy it, or unknown"""
    awards: list[Award]
    """รางวัล ถ้าไม่มีให้เขียน [] · awards, [] if none"""
    adapted_from: list[Annotated[str, IdOf("stories")]]
    """รหัสเรื่องที่นำมาปรับใช้ ถ้าไม่มีให้เขียน [] · ids of stories it was adapted from, [] if none"""
    sources: Annotated[list[Source], Field(min_length=1)]
    """แหล่งข้อมูลอย่างน้อยหนึ่งแหล่ง · at least one source"""
    confidence: Literal["high", "medium", "low"]
    """ความเชื่อมั่นในหลักฐานรวม · confidence in the evidence as a whole; low is not published"""
    consent: Annotated[str, WordOf("consents")]
    """ฐานความยินยอม · basis of consent"""
    reviewed_on: Day
    """วันที่ตรวจทานล่าสุด แบบ ปปปป-ดด-วว (ค.ศ.) · date of the last review, YYYY-MM-DD"""

    @field_validator("confidence")
    @classmethod
    def _fit_to_publish(cls, value: str) -> str:
        if value == "low":
            raise PydanticCustomError("low-confidence", "low")
        return value
