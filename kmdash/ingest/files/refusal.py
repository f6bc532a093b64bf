"""Why a file is not read, and the sentence the user gets: it names the file and says what to do."""

from kmdash.domain.problem import UnreadableFile
from kmdash.ingest import limits

_SENTENCES = {
    "wrong_type": ("ไฟล์ “{name}”{detail} ไม่ใช่ตารางที่อ่านได้ กรุณาเลือกไฟล์ Excel (.xlsx, .xls) OpenDocument (.ods) หรือ CSV"),
    "empty": "ไฟล์ “{name}” ว่างเปล่า{detail} กรุณาตรวจว่าเลือกไฟล์ถูกต้อง แล้วอัปโหลดใหม่",
    "locked": "ไฟล์ “{name}” ล็อกด้วยรหัสผ่าน{detail} กรุณาเปิดด้วย Excel เอารหัสผ่านออก แล้วบันทึกและอัปโหลดใหม่",
    "damaged": "ไฟล์ “{name}” เสียหาย{detail} กรุณาเปิดด้วย Excel แล้วบันทึกเป็น .xlsx ใหม่ หรือขอไฟล์จากต้นทางอีกครั้ง",
    "too_large": "ไฟล์ “{name}”{detail} กรุณาลบรูปภาพออกหรือแยกเป็นหลายไฟล์ แล้วอัปโหลดใหม่",
    "limit": "ไฟล์ “{name}”{detail} กรุณาคัดลอกเฉพาะตารางที่ใช้ไปยังไฟล์ใหม่ แล้วอัปโหลดใหม่",
    "timeout": "ไฟล์ “{name}”{detail} กรุณาคัดลอกเฉพาะตารางที่ใช้ไปยังไฟล์ใหม่หรือแยกไฟล์ แล้วอัปโหลดใหม่",
}


class Refusal(Exception):
    """What a reader raises when it cannot go on: a code of ``UnreadableFile`` and a Thai clause that says why.

    The reader does not know the file's name; ``unreadable`` makes the sentence.
    """

    def __init__(self, code: str, detail: str = ""):
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def unreadable(name: str, code: str, detail: str = "") -> UnreadableFile:
    """The error for the file ``name``, its message one Thai sentence.

    >>> print(unreadable("แผน.xlsx", "empty").message)
    ไฟล์ “แผน.xlsx” ว่างเปล่า กรุณาตรวจว่าเลือกไฟล์ถูกต้อง แล้วอัปโหลดใหม่
    """
    shown = name.encode("utf-8", "replace").decode("utf-8")
    return UnreadableFile(code, _SENTENCES[code].format(name=shown, detail=f" {detail}" if detail else ""))


def check_size(data: bytes, name: str) -> None:
    """Refuse a file without a byte, or over the upload limit."""
    if not data:
        raise unreadable(name, "empty", "(0 ไบต์)")
    if len(data) > limits.UPLOAD_BYTES:
        size, limit = len(data) / limits.MB, limits.UPLOAD_BYTES // limits.MB
        raise unreadable(name, "too_large", f"มีขนาด {size:.1f} MB เกินที่รับได้ {limit} MB")
