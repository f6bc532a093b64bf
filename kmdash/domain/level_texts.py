"""The five level texts of a KPI as one text: a line a level, the line breaks inside a level as a sign."""

from collections.abc import Iterable

BREAK = " ↵ "


def join_levels(texts: Iterable[str]) -> str:
    """The levels' texts in their order, a line each; nothing but blanks at the ends of lines is lost.

    >>> join_levels(["- ตั้งคณะทำงาน\\n- ทำแผน", "ใช้งาน"])
    '- ตั้งคณะทำงาน ↵ - ทำแผน\\nใช้งาน'
    """
    return "\n".join(BREAK.join(line.strip() for line in text.split("\n") if line.strip()) for text in texts)


def split_levels(text: str | None) -> list[str]:
    """The levels' texts as they were typed; none where there is no text.

    >>> split_levels("- ตั้งคณะทำงาน ↵ - ทำแผน\\nใช้งาน")
    ['- ตั้งคณะทำงาน\\n- ทำแผน', 'ใช้งาน']
    """
    return [level.replace(BREAK, "\n") for level in text.split("\n")] if text else []
