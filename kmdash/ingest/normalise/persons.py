"""Names of persons in a cell: recognised by their titles, written without the name."""

import re

from kmdash.ingest.normalise.text import clean

_TITLES = (
    r"นาย|นางสาว|นาง|น\.\s?ส\.|เด็กชาย|เด็กหญิง|ดร\.|ผศ\.(?:\s?ดร\.)?|รศ\.(?:\s?ดร\.)?|ศ\.(?:\s?ดร\.)|อาจารย์|ว่าที่\s?(?:ร้อย|พัน)?\S{0,8}|"
    r"(?:นพ|พญ|พว|ภก|ภญ|ทพ|ทพญ)\.|(?:พล|พัน|ร้อย)(?:ตำรวจ)?(?:เอก|โท|ตรี)(?:หญิง)?|(?:พ|ร|ส|จ)\.(?:ต\.)?(?:อ|ท|ต)\.(?:หญิง)?|คุณ|Mr\.|Mrs\.|Ms\.|Miss|Dr\."
)
# what begins like a title and is none: positions, places, words
_NOT_A_NAME = (
    r"(?:นพ|พญ|พว|ภก|ภญ|ทพ|ทพญ)\.\s?[ก-ฮ]{2,5}\.|"
    r"นาย(?:ก|อำเภอ|ทะเบียน|ช่าง|แพทย์|ทหาร|ตรวจ|เวร|ประกัน|ด่าน|ท้าย|จ้าง|หน้า|ทุน)|นาง(?:รอง|พยาบาล|เลิ้ง|แบบ|สาวไทย)|"
    r"คุณ(?:ภาพ|ธรรม|ค่า|สมบัติ|วุฒิ|ลักษณะ|ประโยชน์|ูปการ|ากร)|อาจารย์(?:ประจำ|ที่|ผู้|พิเศษ)|ว่าที่ผู้"
)
_NAME = r"[ก-๙A-Za-z.]{2,}(?:\s+(?:ณ\s)?[ก-๙A-Za-z.…-]{2,})?"
_PERSON = re.compile(rf"(?<![ก-๙A-Za-z])(?!{_NOT_A_NAME})(?:{_TITLES})\s?{_NAME}")
_DIGITS = r"[0๐][0-9๐-๙]?[-\s]?[0-9๐-๙]{3,4}[-\s]?[0-9๐-๙]{3,4}"
_PHONE = re.compile(rf"(?:โทร(?:ศัพท์|\.)?\s*:?\s*|เบอร์\S*\s*)?(?<![0-9๐-๙]){_DIGITS}(?![0-9๐-๙])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
HIDDEN = "ผู้รับผิดชอบ"


def names_person(text: str) -> bool:
    """Whether a text holds the name of a person, recognised by the title before it.

    >>> names_person("นายตัวอย่าง นามสมมุติ"), names_person("นายกเทศมนตรี"), names_person("กองคลัง")
    (True, False, False)
    """
    return bool(_PERSON.search(clean(text)))


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
