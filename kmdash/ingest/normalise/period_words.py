"""The words a period is made of: their kinds, and every spelling."""

from enum import StrEnum
from typing import TypeAlias

Meaning: TypeAlias = str | int | tuple[int, ...] | None


class Word(StrEnum):
    """The kinds of words a period is made of."""

    NUMBER = "number"
    MONTH = "month"
    WEEKDAY = "weekday"
    ERA = "era"
    TO = "to"
    AND = "and"
    SLASH = "slash"
    OPEN = "open"
    CLOSE = "close"
    FROM = "from"
    ONWARD = "onward"
    WITHIN = "within"
    AFTER = "after"
    EVERY = "every"
    TIMES = "times"
    LEAST = "least"
    LASTING = "lasting"
    AT = "at"
    ON = "on"
    UNIT = "unit"
    FISCAL = "fiscal"
    ALL_YEAR = "all_year"
    EACH_YEAR = "each_year"
    QUARTER = "quarter"
    HALF = "half"
    ACADEMIC = "academic"
    FILLER = "filler"
    UNKNOWN = "unknown"


VOCABULARY: tuple[tuple[Word, Meaning, tuple[str, ...]], ...] = (
    (Word.ERA, "BE", ("พ.ศ.", "พุทธศักราช")),
    (Word.ERA, "CE", ("ค.ศ.", "คริสต์ศักราช")),
    (Word.TO, None, ("ถึง", "จนถึง", "ไปจนถึง", "ถึงวันที่", "ถึงเดือน", "to")),
    (Word.AND, None, ("และ", "กับ", "และวันที่", "และเดือน")),
    (Word.FROM, "between", ("ระหว่าง", "ในระหว่าง")),
    (Word.FROM, "from", ("ตั้งแต่", "เริ่ม", "เริ่มตั้งแต่", "จาก")),
    (Word.ONWARD, None, ("เป็นต้นไป",)),
    (
        Word.WITHIN,
        None,
        (
            "ภายใน",
            "ไม่เกิน",
            "ภายในไม่เกิน",
            "ภายในสิ้น",
            "ภายในสิ้นเดือน",
            "ไม่เกินสิ้นเดือน",
            "แล้วเสร็จ",
            "แล้วเสร็จภายใน",
            "ให้แล้วเสร็จภายใน",
            "เสร็จภายใน",
            "ดำเนินการภายใน",
            "อย่างช้า",
        ),
    ),
    (
        Word.AFTER,
        None,
        (
            "นับแต่",
            "นับจาก",
            "นับตั้งแต่",
            "นับถัดจาก",
            "หลัง",
            "หลังจาก",
            "ภายหลัง",
            "ภายหลังจาก",
            "ก่อน",
            "ตั้งแต่ได้รับ",
        ),
    ),
    (Word.EVERY, "week", ("ทุกสัปดาห์", "รายสัปดาห์", "สัปดาห์ละ", "เป็นประจำทุกสัปดาห์")),
    (Word.EVERY, "day", ("ทุกวัน", "ทุกๆวัน")),
    (Word.EVERY, "date", ("ทุกวันที่", "ทุกๆวันที่")),
    (Word.EVERY, "month", ("ทุกเดือน", "ทุกๆเดือน", "รายเดือน", "เดือนละ", "ของทุกเดือน", "เป็นประจำทุกเดือน", "แต่ละเดือน")),
    (
        Word.EVERY,
        "quarter",
        ("ทุกไตรมาส", "ทุกๆไตรมาส", "รายไตรมาส", "ไตรมาสละ", "เป็นประจำทุกไตรมาส", "แต่ละไตรมาส", "ทุก3เดือน", "ทุกๆ3เดือน"),
    ),
    (Word.EVERY, "half_year", ("ทุก6เดือน", "ทุกๆ6เดือน", "ทุกครึ่งปี")),
    (Word.EVERY, "fiscal_year", ("ปีละ", "รายปี", "ปีงบประมาณละ")),
    (Word.EACH_YEAR, None, ("ของปีงบประมาณ",)),
    (
        Word.EACH_YEAR,
        "every",
        (
            "ทุกปี",
            "ทุกปีงบประมาณ",
            "ของทุกปี",
            "ของทุกปีงบประมาณ",
            "แต่ละปี",
            "แต่ละปีงบประมาณ",
            "ของแต่ละปี",
            "ของแต่ละปีงบประมาณ",
            "เป็นประจำทุกปี",
        ),
    ),
    (Word.TIMES, None, ("ครั้ง",)),
    (Word.LEAST, None, ("อย่างน้อย", "ไม่น้อยกว่า")),
    (Word.LASTING, None, ("รวม", "จำนวน", "เป็นเวลา", "ระยะเวลา")),
    (Word.AT, None, ("ที่",)),
    (Word.ON, None, ("วันที่", "ในวันที่", "ณวันที่")),
    (Word.UNIT, "day", ("วัน", "วันทำการ")),
    (Word.UNIT, "week", ("สัปดาห์",)),
    (Word.UNIT, "month", ("เดือน",)),
    (Word.UNIT, "year", ("ปี",)),
    (Word.UNIT, "hour", ("ชั่วโมง",)),
    (Word.FISCAL, None, ("ปีงบประมาณ", "ปีงบ", "ประจำปีงบประมาณ")),
    (Word.ALL_YEAR, None, ("ตลอดปี", "ตลอดทั้งปี", "ทั้งปี")),
    (
        Word.ALL_YEAR,
        "fiscal",
        (
            "ตลอดปีงบประมาณ",
            "ตลอดทั้งปีงบประมาณ",
            "ทั้งปีงบประมาณ",
            "ตลอดช่วงปีงบประมาณ",
            "ตลอดช่วงของปีงบประมาณ",
            "ตลอดช่วงของแต่ละปีงบประมาณ",
        ),
    ),
    (Word.QUARTER, None, ("ไตรมาส", "ไตรมาสที่", "Q")),
    (Word.QUARTER, 1, ("ไตรมาสแรก",)),
    (Word.QUARTER, 4, ("ไตรมาสสุดท้าย",)),
    (Word.HALF, 1, ("ครึ่งปีแรก", "ครึ่งแรก", "ครึ่งปีงบประมาณแรก", "6เดือนแรก", "หกเดือนแรก")),
    (Word.HALF, 2, ("ครึ่งปีหลัง", "ครึ่งหลัง", "ครึ่งปีงบประมาณหลัง", "6เดือนหลัง", "หกเดือนหลัง")),
    (Word.ACADEMIC, None, ("ปีการศึกษา", "ตลอดปีการศึกษา", "ภายในปีการศึกษา")),
    (Word.ACADEMIC, "term", ("ภาคเรียนที่", "ภาคการศึกษาที่", "เทอม", "เทอมที่")),
    (Word.FILLER, None, ("ณ", "ใน", "ของ", "ประจำ", "ช่วง", "กำหนด", "ดำเนินการ", ":")),
    (Word.FILLER, "month_end", ("สิ้นเดือน",)),
    (Word.FILLER, "part", ("ต้นเดือน", "กลางเดือน", "ปลายเดือน", "สัปดาห์แรกของเดือน", "สัปดาห์สุดท้ายของเดือน")),
)
"""Kind, meaning (see ``period_tokens.Token``) and spellings; months and weekdays have tables of their own."""
