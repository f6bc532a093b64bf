"""An Excel workbook without what a grid does not hold, for openpyxl, which reads all or nothing.

It fails at pivot tables, comments and properties that Excel itself writes, would open every picture, and passes over
the strict format, which differs in the names of its namespaces.
"""

from collections.abc import Callable
from io import BytesIO
from xml.etree.ElementTree import tostring
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

_KEPT_RELATIONS = ("/table", "/hyperlink")  # of a worksheet; openpyxl misses them where they are gone
_DROPPED = "pivotCaches"  # of the workbook
_SPELLINGS = {  # strict: transitional
    b'"http://purl.oclc.org/ooxml/spreadsheetml/main"': b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    b'"http://purl.oclc.org/ooxml/officeDocument/relationships"': b'"http://schemas.openxmlformats.org/officeDocument'
    b'/2006/relationships"',
}


def trimmed(parts: dict[str, bytes]) -> bytes:
    """The package of the XML parts given by name, sheets without pivot tables, drawings and comments."""
    package = BytesIO()
    with ZipFile(package, "w") as archive:
        for name, part in parts.items():
            if name.endswith(".rels") and "worksheets/" in name:
                part = _without(part, lambda tag, kind: not kind.endswith(_KEPT_RELATIONS))
            elif _DROPPED.encode() in part:
                part = _without(part, lambda tag, kind: tag.endswith(_DROPPED))
            for strict, transitional in _SPELLINGS.items():
                part = part.replace(strict, transitional)
            archive.writestr(name, part)
    return package.getvalue()


def _without(part: bytes, unwanted: Callable[[str, str], bool]) -> bytes:
    """A part without the children of its root that are unwanted by their tag and ``Type``."""
    root = fromstring(part)
    for child in list(root):
        if unwanted(child.tag, child.get("Type", "")):
            root.remove(child)
    return tostring(root, "utf-8")  # the default would look up a codec: the child cannot
