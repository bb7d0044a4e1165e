"""The plan: strategies with their tactics and activities, and the guide to each activity."""

from typing import Annotated, ClassVar

from pydantic import Field

from .fields import Day, Fields, Prose, Sentence, WordOf

PlanId = Annotated[str, Field(pattern=r"^s[1-9](-[0-9]+){1,2}$")]


class PlannedActivity(Fields):
    """An activity as the plan words it."""

    id: PlanId
    """รหัส เช่น s1-1-1 · id"""
    text: Prose
    """ข้อความตามแผน · wording of the plan"""


class Tactic(Fields):
    """A tactic (กลยุทธ์) of a strategy."""

    id: PlanId
    """รหัส เช่น s1-1 · id"""
    text: Prose
    """ข้อความตามแผน · wording of the plan"""
    activities: Annotated[list[PlannedActivity], Field(min_length=1)]
    """กิจกรรม · activities"""


class Strategy(Fields):
    """A strategy (ยุทธศาสตร์) of the plan, word for word in Thai."""

    required_prose: ClassVar[tuple[str, ...]] = ("title", "name", "summary", "goal", "tactics")

    title: Prose
    """ชื่อสั้นที่เราตั้ง · our short name"""
    name: Prose
    """ชื่อตามแผน · name in the plan"""
    summary: Sentence
    """หนึ่งประโยคของเรา · one sentence of ours"""
    goal: Prose
    """เป้าประสงค์ตามแผน · goal as the plan words it"""
    tactics: Annotated[list[Tactic], Field(min_length=1)]
    """กลยุทธ์ · tactics"""


class Doer(Fields):
    """Who does what."""

    who: Prose
    """ใคร · who"""
    does: Prose
    """ทำอะไร · does what"""


class Paper(Fields):
    """A paper that an LAO needs, and the rule that asks for it."""

    text: Prose
    """เอกสาร · the paper"""
    rule: Annotated[str, WordOf("rules")]
    """รหัสกฎหรือระเบียบ · id of the rule"""


class Activity(Fields):
    """The guide to one of the plan's 30 activities: a proposal of this site."""

    required_prose: ClassVar[tuple[str, ...]] = ("title", "summary", "doers", "steps", "signs")

    title: Prose
    """ชื่อสั้นที่เราตั้ง · our short name"""
    summary: Sentence
    """หนึ่งประโยค · one sentence"""
    doers: Annotated[list[Doer], Field(min_length=1)]
    """ใครทำ · who does it"""
    steps: Annotated[list[Prose], Field(min_length=5, max_length=9)]
    """ขั้นตอน 5–9 ข้อ · five to nine steps"""
    rules: list[Annotated[str, WordOf("rules")]]
    """กฎและระเบียบที่เกี่ยวข้อง · rules that matter"""
    papers: list[Paper]
    """เอกสารที่ อปท. ต้องมี · papers an LAO needs"""
    signs: Annotated[list[Prose], Field(min_length=3, max_length=5)]
    """รู้ได้อย่างไรว่าได้ผล 3–5 ข้อ · three to five signs that it works"""
    reviewed_on: Day
    """วันที่ตรวจทานล่าสุด · date of the last review"""
