"""A curriculum and its modules: what is taught, to whom, for how long, and how a learner knows that it was learnt."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from .fields import Day, Fields, IdOf, Prose, RepeatedMark, Sentence, Source, WordOf

ObjectiveId = Annotated[str, Field(pattern=r"^o[1-9]$")]
MOST_OFF = 0.1
"""Share by which a stated time may miss the sum of its parts."""
QuizKind = Literal["single", "multiple", "ordering", "number"]


class Curriculum(Fields):
    """A course for one group of people, made of modules in order."""

    required_prose: ClassVar[tuple[str, ...]] = ("title", "summary", "audience", "outcomes")

    title: Prose
    """ชื่อหลักสูตร · title"""
    summary: Sentence
    """หนึ่งประโยค: ใครเรียน ได้อะไร ไม่เกิน 240 ตัวอักษร · one sentence, at most 240 characters"""
    audience: Prose
    """ใครควรเรียน · who it is for"""
    level: Annotated[str, WordOf("course_levels")]
    """ระดับ · level"""
    outcomes: Annotated[list[Prose], Field(min_length=3, max_length=6)]
    """เรียนจบแล้วทำอะไรได้ 3–6 ข้อ · three to six things a learner can do afterwards"""
    hours: Annotated[float, Field(gt=0, le=60)]
    """ชั่วโมงเรียนรวม ไม่นับเวลาพัก · learning hours, breaks left out"""
    requires: list[Annotated[str, IdOf("curricula")]]
    """หลักสูตรที่ควรเรียนก่อน ถ้าไม่มีให้เขียน [] · courses to take before, [] if none"""
    modules: Annotated[list[Annotated[str, IdOf("modules")]], Field(min_length=1)]
    """โมดูลตามลำดับ เช่น leaders/household-account · modules in order"""
    activities: Annotated[list[Annotated[str, IdOf("activities")]], Field(min_length=1)]
    """กิจกรรมของแผนที่หลักสูตรนี้ช่วย · activities of the plan it serves"""
    visits: list[Annotated[str, IdOf("visits")]]
    """แหล่งศึกษาดูงานที่เหมาะ ถ้าไม่มีให้เขียน [] · places to visit, [] if none"""
    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    """รุ่นของหลักสูตร ในเครื่องหมายคำพูด เช่น "1.0" · version in quotes"""
    sources: list[Source]
    """หลักสูตรจริงที่ใช้เป็นแบบ ถ้าไม่มีให้เขียน [] · real courses it learns from, [] if none"""
    reviewed_on: Day
    """วันที่ตรวจทานล่าสุด แบบ ปปปป-ดด-วว (ค.ศ.) · date of the last review, YYYY-MM-DD"""


class Objective(Fields):
    """What a learner can do after the module, so that somebody else can see it."""

    id: Annotated[ObjectiveId, RepeatedMark()]
    """รหัส o1 o2 … · id"""
    text: Prose
    """ขึ้นต้นด้วยคำกริยาที่มองเห็นได้จากรายการ verbs เช่น คำนวณ เขียน เลือก · begins with a verb of the list verbs"""


class Part(Fields):
    """A stretch of the session, as the trainer leads it."""

    title: Prose
    """ช่วงนี้ทำอะไร · what it is"""
    way: Annotated[str, WordOf("ways_of_learning")]
    """วิธี · the way of learning"""
    minutes: Annotated[int, Field(ge=5, le=240)]
    """นาที · minutes"""
    trainer: Prose
    """วิทยากรทำและพูดอะไร · what the trainer does and says"""


class WorksheetBox(Fields):
    """A place on the worksheet to write in: lines, or a table when there are columns."""

    label: Prose
    """คำถามหรือหัวข้อ · question or heading"""
    columns: Annotated[list[Prose], Field(min_length=2, max_length=7)] | None = None
    """หัวตาราง ถ้าเป็นตาราง · column headings, for a table"""
    lines: Annotated[int, Field(ge=1, le=14)]
    """จำนวนบรรทัดว่างหรือแถวว่าง · empty lines or rows"""


class Task(Fields):
    """Something to do, with a worksheet."""

    title: Prose
    """ชื่องาน · title"""
    objectives: Annotated[list[ObjectiveId], Field(min_length=1)]
    """งานนี้ฝึกจุดประสงค์ข้อใด · objectives it practises"""
    steps: Annotated[list[Prose], Field(min_length=2, max_length=8)]
    """ขั้นตอน · steps"""
    worksheet: Annotated[list[WorksheetBox], Field(min_length=1, max_length=8)]
    """ใบงาน · the worksheet"""
    good_answer: Prose
    """คำตอบที่ดีเป็นอย่างไร สำหรับวิทยากร · what a good answer looks like, for the trainer"""


class Choice(Fields):
    """One choice of a quiz item; in an ordering item, the choices stand in the right order."""

    id: Annotated[str, Field(pattern=r"^[a-h]$"), RepeatedMark()]
    """รหัส a b c … · id"""
    text: Prose
    """ตัวเลือก · the choice"""
    right: Annotated[bool, RepeatedMark()] = False
    """true ถ้าเป็นคำตอบที่ถูก · true if it is right"""
    feedback: Prose
    """บอกผู้เรียนว่าถูกหรือผิดเพราะอะไร · why it is right or wrong"""


class NumberAnswer(Fields):
    """The answer of a number item."""

    value: Annotated[float, Field(allow_inf_nan=False), RepeatedMark()]
    """คำตอบ · the number"""
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False), RepeatedMark()] = 0
    """คลาดได้เท่าไร · how far off is still right"""
    unit: Prose
    """หน่วย เช่น บาท · unit"""
    right: Prose
    """คำอธิบายเมื่อตอบถูก พร้อมวิธีคิด · shown when right, with the working"""
    wrong: Prose
    """คำแนะนำเมื่อตอบผิด ให้คิดใหม่ได้ · shown when wrong, so that one can try again"""


class QuizItem(Fields):
    """A question that tests one objective."""

    id: Annotated[str, Field(pattern=r"^q[1-8]$"), RepeatedMark()]
    """รหัส q1 q2 … · id"""
    kind: QuizKind
    """single ถูกข้อเดียว multiple ถูกหลายข้อ ordering เรียงลำดับ number ตอบตัวเลข · kind of item"""
    objective: ObjectiveId
    """วัดจุดประสงค์ข้อใด · objective it tests"""
    question: Prose
    """คำถาม · question"""
    choices: Annotated[list[Choice], Field(min_length=3, max_length=6)] | None = None
    """ตัวเลือก 3–6 ข้อ · three to six choices"""
    number: NumberAnswer | None = None
    """คำตอบตัวเลข · the number"""

    @model_validator(mode="after")
    def _has_a_key(self) -> "QuizItem":
        right = sum(choice.right for choice in self.choices or ())
        sound = {
            "single": right == 1,
            "multiple": self.choices is not None and 1 < right < len(self.choices),
            "ordering": self.choices is not None and not right,
            "number": self.number is not None and self.choices is None,
        }[self.kind]
        if not sound or (self.kind != "number" and self.number):
            raise PydanticCustomError("quiz-key", "no key", {"value": self.kind})
        if self.choices and [choice.id for choice in self.choices] != list("abcdefgh"[: len(self.choices)]):
            raise PydanticCustomError("choice-ids", "ids", {"value": ", ".join(choice.id for choice in self.choices)})
        return self


class Module(Fields):
    """One sitting of a course: text to learn from, a task, a quiz, and what a trainer needs."""

    sections: ClassVar[dict[str, tuple[str, ...]]] = {
        "th": ("ตัวอย่างจากเรื่องจริง",),
        "en": ("A real case",),
    }
    required_prose: ClassVar[tuple[str, ...]] = (
        "title", "summary", "objectives", "parts", "key_points", "task", "quiz", "trainer_notes", "materials",
        "without_power", "loudspeaker",
    )  # fmt: skip

    title: Prose
    """ชื่อโมดูล · title"""
    summary: Sentence
    """หนึ่งประโยค ไม่เกิน 240 ตัวอักษร · one sentence, at most 240 characters"""
    objectives: Annotated[list[Objective], Field(min_length=1, max_length=4)]
    """จุดประสงค์ 1–4 ข้อ · one to four objectives"""
    minutes: Annotated[int, Field(ge=20, le=360)]
    """นาทีรวม · minutes in all"""
    parts: Annotated[list[Part], Field(min_length=2, max_length=8)]
    """ช่วงเวลาตามลำดับ · the parts in order"""
    key_points: Annotated[list[Prose], Field(min_length=3, max_length=6)]
    """สาระสำคัญ 3–6 ข้อ ข้อละบรรทัดสั้น ๆ ใช้ทำแผ่นพลิกด้วย · three to six key points, also the flip chart"""
    task: Task
    """งานพร้อมใบงาน · the task with its worksheet"""
    quiz: Annotated[list[QuizItem], Field(min_length=4, max_length=8)]
    """แบบทดสอบตนเอง 4–8 ข้อ · four to eight quiz items"""
    trainer_notes: Annotated[list[Prose], Field(min_length=2, max_length=6)]
    """ข้อควรรู้สำหรับวิทยากร · notes for the trainer"""
    materials: Annotated[list[Prose], Field(min_length=1)]
    """ของที่ต้องเตรียม · materials"""
    without_power: Prose
    """ถ้าห้องไม่มีไฟฟ้าหรือจอ ทำอย่างไร · how to teach in a room without power"""
    loudspeaker: Prose
    """บทเสียงตามสาย 3–5 นาที · a script of three to five minutes for the village loudspeaker"""
    stories: Annotated[list[Annotated[str, IdOf("stories")]], Field(min_length=1)]
    """แบบอย่างที่ใช้เป็นตัวอย่าง · stories it draws on"""
    visits: list[Annotated[str, IdOf("visits")]]
    """แหล่งศึกษาดูงานที่เกี่ยวข้อง ถ้าไม่มีให้เขียน [] · places to visit, [] if none"""
    sources: Annotated[list[Source], Field(min_length=1)]
    """แหล่งข้อมูล · sources"""
    reviewed_on: Day
    """วันที่ตรวจทานล่าสุด · date of the last review"""

    @field_validator("parts")
    @classmethod
    def _parts_fill_the_minutes(cls, parts: list[Part], info: ValidationInfo) -> list[Part]:
        total, stated = sum(part.minutes for part in parts), info.data.get("minutes")
        if stated and abs(total - stated) > MOST_OFF * stated:
            raise PydanticCustomError("minutes-off", "minutes", {"value": total, "stated": stated})
        return parts
