"""Why a file is not read, and the sentence the user gets: it names the file and says what to do."""

from kmdash.domain.problem import UnreadableFile
from kmdash.domain.wording import joined, worded
from kmdash.ingest import limits


class Refusal(Exception):
    """What a reader raises when it cannot go on: a code of ``UnreadableFile`` and a clause (``Worded``) that says why.

    ``remedy`` says what to do where it is not what the code's files usually need. The reader does not know the
    file's name; ``unreadable`` makes the sentence.
    """

    def __init__(self, code: str, detail: str = "", remedy: str = ""):
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.remedy = remedy


def unreadable(name: str, code: str, detail: str = "", remedy: str = "") -> UnreadableFile:
    """The error for the file ``name``, its message one Thai sentence.

    >>> print(unreadable("แผน.xlsx", "empty").message)
    ไฟล์ “แผน.xlsx” ว่างเปล่า กรุณาตรวจว่าเลือกไฟล์ถูกต้อง แล้วอัปโหลดใหม่
    """
    shown = name.encode("utf-8", "replace").decode("utf-8")
    sentence = worded(f"reader_files.{code}", name=shown, detail=joined(["", detail]) if detail else "")
    return UnreadableFile(code, joined([sentence, remedy or worded(f"reader_files.{code}_do")]))


def check_size(data: bytes, name: str) -> None:
    """Refuse a file without a byte, or over the upload limit."""
    if not data:
        raise unreadable(name, "empty", worded("reader_files.zero_bytes"))
    if len(data) > limits.UPLOAD_BYTES:
        size, limit = len(data) / limits.MB, limits.UPLOAD_BYTES // limits.MB
        raise unreadable(name, "too_large", worded("reader_files.size", size=size, limit=limit))
