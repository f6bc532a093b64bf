"""Names of persons in a cell: recognised by their titles, written without the name."""

import re

from kmdash.ingest.normalise.text import clean

_TITLES = (
    r"นาย(?:แพทย์|สัตวแพทย์)?|นางสาว|นาง|น\.\s?ส\.|นส\.|เด็กชาย|เด็กหญิง|ดร\.|ผศ\.(?:\s?ดร\.)?|รศ\.(?:\s?ดร\.)?|"
    r"ศ\.(?:\s?ดร\.)|อาจารย์|ว่าที่\s?(?:ร้อย|พัน)?\S{0,8}|(?:นพ|พญ|พว|ภก|ภญ|ทพ|ทพญ)\.|แพทย์หญิง|"
    r"(?:พล|พัน|ร้อย)(?:ตำรวจ)?(?:เอก|โท|ตรี)(?:หญิง)?|[จส]\.ส\.[อทต]\.|ด\.ต\.|ส\.ต\.[อทต]\.|"
    r"(?:พ|ร|ส|จ)\.(?:ต\.)?(?:อ|ท|ต)\.(?:หญิง)?|คุณ|Mr\.|Mrs\.|Ms\.|Miss|Dr\."
)
# what begins like a title and is none: positions, places, words
_NOT_A_NAME = (
    r"(?:นพ|พญ|พว|ภก|ภญ|ทพ|ทพญ)\.\s?[ก-ฮ]{2,5}\.|"
    r"นายก(?:\s|$|เทศ|องค์|อบ|สมาคม|สภา|รัฐ|สโมสร|เมือง|กิตติมศักดิ์|เหล่า|พุทธ|ยุว)|นายก\.|"
    r"นาย(?:อำเภอ|ทะเบียน|ช่าง|ทหาร|ตรวจ|ด่าน|ท้าย)|นาย(?:เวร|จ้าง|หน้า|ทุน|ประกัน)(?![ก-๙])|"
    r"นาย(?:สัตว)?แพทย์(?:สาธารณสุข|ชำนาญ|ปฏิบัติ|เชี่ยวชาญ|ทรงคุณ|ผู้|ประจำ|$|[^ก-๙])|"
    r"นาง(?:รอง|พยาบาล|เลิ้ง|แบบ|สาวไทย)|"
    r"คุณภาพ(?!ร\s)|คุณ(?:ธรรม|ค่า|สมบัติ|วุฒิ|ลักษณะ|ประโยชน์|ูปการ|ากร)|อาจารย์(?:ประจำ(?![ก-๙]*\s[ก-๙]+$)|ที่|ผู้|พิเศษ)|ว่าที่ผู้"
)
_NAME = r"[ก-๙A-Za-z.]{2,}(?:\s+(?:ณ\s)?[ก-๙A-Za-z.…-]{2,})?"
_PERSON = re.compile(rf"(?<![ก-๙A-Za-z])(?!{_NOT_A_NAME})(?:{_TITLES})\s?{_NAME}")
_DIGITS = r"[0๐][0-9๐-๙]?[-\s]?[0-9๐-๙]{3,4}[-\s]?[0-9๐-๙]{3,4}"
_PHONE = re.compile(rf"(?:โทร(?:ศัพท์|\.)?\s*:?\s*|เบอร์\S*\s*)?(?<![0-9๐-๙]){_DIGITS}(?![0-9๐-๙])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
HIDDEN = "ผู้รับผิดชอบ"
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
    return bool(_PERSON.search(clean(text)))


def suspected(text: str) -> bool:
    """Whether a part of a text may be a person's name without a title: two words, none of an office or a position.

    >>> suspected("ตัวอย่าง นามสมมุติ"), suspected("กองคลัง กองช่าง"), suspected("กองคลัง")
    (True, False, False)
    """
    parts = (part.strip() for part in _PARTS.split(clean(text)))
    return any(_TWO_WORDS.fullmatch(part) and not _OF_UNITS.search(part) for part in parts)


def hidden(text: str, unit: str | None) -> tuple[str, int]:
    """A text with each person written as "ผู้รับผิดชอบ" and the unit, and how many there were.

    Telephone numbers and e-mail addresses are left out. Reading it again changes nothing.

    >>> hidden("๑. นายตัวอย่าง นามสมมุติ", "กองคลัง")
    ('๑. ผู้รับผิดชอบ กองคลัง', 1)
    >>> hidden("กองคลัง/กองช่าง", None)
    ('กองคลัง/กองช่าง', 0)
    """
    shown = f"{HIDDEN} {unit}" if unit else HIDDEN
    replaced, count = _PERSON.subn(shown, text)
    for private in (_EMAIL, _PHONE):
        replaced, more = private.subn("", replaced)
        count += more
    return (replaced.strip() if count else text), count
