"""What the sheets of an Excel workbook share: their list, texts, number formats and first day."""

import posixpath
import re
from dataclasses import dataclass
from datetime import datetime

from kmdash.ingest.files.archive import Archive, part_name
from kmdash.ingest.files.markup import Attributes, elements, walk
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.values import BUILTIN_FORMATS, EPOCH_1900, EPOCH_1904

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_STYLE_SECTIONS = ("numFmts", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")


@dataclass(frozen=True)
class Sheet:
    """A worksheet: its name, the part it stands in, whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Workbook:
    """``formats`` are the format codes by style number; ``texts`` the texts that cells share."""

    sheets: list[Sheet]
    formats: list[str]
    texts: list[str]
    epoch: datetime

    def format_of(self, style: str | None) -> str:
        """The format code of a cell's style; ``General`` for a style the file does not define."""
        index = int(style or 0)
        return self.formats[index] if 0 <= index < len(self.formats) else "General"

    def shared_text(self, index: str) -> str:
        """A text by its number; a number without text means that the file is damaged."""
        place = int(index)
        if not 0 <= place < len(self.texts):
            raise Refusal("damaged", "(ข้อความบางช่องหายไปจากไฟล์)")
        return self.texts[place]


def open_workbook(archive: Archive) -> Workbook:
    """Find and read the parts that every sheet needs."""
    part = _main_part(archive)
    found = elements(archive.read(part), "workbookPr", "sheet")
    relations = _relations(archive, part)
    by_kind = {relation["Type"].rpartition("/")[2]: relation["Target"] for relation in relations.values()}
    styles, texts = by_kind.get("styles"), by_kind.get("sharedStrings")
    mac = any(attributes.get("date1904") in ("1", "true") for tag, attributes in found if tag == "workbookPr")
    return Workbook(
        sheets=[
            Sheet(
                attributes.get("name", ""),
                relations[attributes["id"]]["Target"],
                attributes.get("state", "visible") != "visible",
            )
            for tag, attributes in found
            if tag == "sheet" and _is_worksheet(attributes, relations)
        ],
        formats=_formats(archive.read(styles)) if styles and styles in archive else [],
        texts=_shared_texts(archive.read(texts)) if texts and texts in archive else [],
        epoch=EPOCH_1904 if mac else EPOCH_1900,
    )


def unescaped(text: str) -> str:
    """The text with Excel's ``_x000D_`` escapes read, once.

    >>> unescaped("a_x000A_b_x005F_x000A_")
    'a\\nb_x000A_'
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _main_part(archive: Archive) -> str:
    if "_rels/.rels" in archive:
        for relation in _relations(archive, "").values():
            if relation["Type"].endswith("/officeDocument"):
                return relation["Target"]
    return "xl/workbook.xml"


def _relations(archive: Archive, part: str) -> dict[str, Attributes]:
    """The relations of a part by id, each target as a part's name; an outside target is left as it is."""
    folder, name = posixpath.split(part)
    found = elements(archive.read(posixpath.join(folder, "_rels", f"{name}.rels")), "Relationship")
    relations = {}
    for _, attributes in found:
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, part_name(target))).lstrip("/")
        relations[attributes.get("Id", "")] = {"Type": attributes.get("Type", ""), "Target": target}
    return relations


def _is_worksheet(sheet: Attributes, relations: dict[str, Attributes]) -> bool:
    """Whether a sheet holds cells: not a chart or macro sheet, and not one the file leaves without a part."""
    if not sheet.get("id"):
        return False
    if sheet["id"] not in relations:
        raise Refusal("damaged", f"(ไม่พบแผ่นงาน {sheet.get('name', '')} ในไฟล์)")
    return relations[sheet["id"]]["Type"].endswith("/worksheet")


def _formats(styles: bytes) -> list[str]:
    codes = dict(BUILTIN_FORMATS)
    formats = []
    section = ""
    for tag, attributes in elements(styles, *_STYLE_SECTIONS, "numFmt", "xf"):
        if tag in _STYLE_SECTIONS:
            section = tag
        elif tag == "numFmt" and section == "numFmts":
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif tag == "xf" and section == "cellXfs":
            formats.append(codes.get(int(attributes.get("numFmtId", 0)), "General"))
    return formats


def _shared_texts(part: bytes) -> list[str]:
    reader = _SharedTexts()
    walk(part, reader)
    return reader.texts


class _SharedTexts:
    """Gathers each ``si``: the runs of its text, without the phonetic ones."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._runs: list[str] = []
        self._in_text = self._phonetic = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "si":
            self._runs = []
        elif tag == "t":
            self._in_text = True
        elif tag == "rPh":
            self._phonetic = True

    def text(self, data: str) -> None:
        if self._in_text and not self._phonetic:
            self._runs.append(data)

    def end(self, tag: str) -> None:
        if tag == "t":
            self._in_text = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "si":
            self.texts.append(unescaped("".join(self._runs)))
