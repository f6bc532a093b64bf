"""Whether a cell names a person, by a title or by the look of it."""

import re

from kmdash.domain.persons import PERSON
from kmdash.ingest.normalise.text import clean

_PARTS = re.compile(r"[\n,;/]|\sและ")
_TWO_WORDS = re.compile(
    r"(?:[0-9๐-๙]+[.)]\s*|[-•–]\s*)?(?:อ\.\s?[ก-ฮเ-ไ][ก-๙]{2,14}|[ก-ฮเ-ไ][ก-๙]{2,14}\s+[ก-ฮเ-ไ][ก-๙]{2,19})"
)
_OF_UNITS = re.compile(
    r"กอง|ฝ่าย|สำนัก|งาน|กลุ่ม|ศูนย์|ส่วน|คณะ|ทีม|ผู้|ครู|นักเรียน|บุคล|เจ้าหน้าที่|ทุก|หน่วย|กรม|กระทรวง|อำเภอ|จังหวัด|ตำบล|เขต|ภาค|ราชการ|"
    r"ประธาน|เลขา|ปลัด|หัวหน้า|รอง|นายก|สมาชิก|ตัวแทน|แต่ละ|ทั้ง|แผนก|สาขา|โรง|วิทยาลัย|มหา|สถาบัน|กรรมการ|นัก|พนักงาน|ข้าราชการ|เทศบาล|องค์การ|"
    r"อบต|อบจ|สภา|ชุมชน|ประชา|เครือข่าย|ชมรม|บริษัท|มูลนิธิ|คลัง|ช่าง|แผน|อาจารย์|ภายใน|ภายนอก|พัฒนา|เมือง|ที่"
)


def names_person(text: str) -> bool:
    """Whether a text holds the name of a person, recognised by the title before it.

    >>> names_person("นายตัวอย่าง นามสมมุติ"), names_person("นายกเทศมนตรี"), names_person("กองคลัง")
    (True, False, False)
    """
    return bool(PERSON.search(clean(text)))


def suspected(text: str) -> bool:
    """Whether a part of a text may be a person's name without a title: two words, none of an office or a position.

    >>> suspected("ตัวอย่าง นามสมมุติ"), suspected("กองคลัง กองช่าง"), suspected("กองคลัง")
    (True, False, False)
    """
    parts = (part.strip() for part in _PARTS.split(clean(text)))
    return any(_TWO_WORDS.fullmatch(part) and not _OF_UNITS.search(part) for part in parts)
