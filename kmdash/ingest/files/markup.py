"""XML of uploads, event by event: no document types, no entities, no depth without end."""

from typing import Protocol
from xml.parsers.expat import ParserCreate

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.refusal import Refusal

Attributes = dict[str, str]


class Handler(Protocol):
    """Takes the elements of a document in their order, by their names without namespace."""

    def start(self, tag: str, attributes: Attributes) -> None: ...
    def end(self, tag: str) -> None: ...
    def text(self, data: str) -> None: ...


def walk(data: bytes, handler: Handler, encoding: str | None = None) -> None:
    """Give every start, end and text of an XML document to ``handler``.

    Namespaces are dropped (strict and transitional OOXML read alike); of two attributes of one name the
    first counts. ``encoding`` overrides what the document says of itself.

    Raises
    ------
    Refusal
        ``damaged`` at a document type declaration (what entity attacks need) or extreme nesting.
    xml.parsers.expat.ExpatError
        If the document is not well formed.
    """
    parser = ParserCreate(encoding, namespace_separator=" ")
    parser.buffer_text = True
    local = _LocalNames()
    depth = 0

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.XML_DEPTH:
            raise Refusal("damaged", worded("reader_files.nested"))
        handler.start(local[tag], {local[name]: value for name, value in reversed(attributes.items())})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local[tag])

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.Parse(data, True)


def elements(data: bytes, *tags: str) -> list[tuple[str, Attributes]]:
    """The elements of the given names with their attributes, in the order of the document.

    >>> elements(b'<a xmlns="urn:x"><b n="1"/><c/><b n="2"/></a>', "b")
    [('b', {'n': '1'}), ('b', {'n': '2'})]
    """
    found = _Elements(frozenset(tags))
    walk(data, found)
    return found.elements


class _Elements:
    def __init__(self, tags: frozenset[str]):
        self.tags = tags
        self.elements: list[tuple[str, Attributes]] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag in self.tags:
            self.elements.append((tag, attributes))

    def end(self, tag: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass


class _LocalNames(dict[str, str]):
    """Names without their namespace, each cut once."""

    def __missing__(self, name: str) -> str:
        self[name] = name[name.rfind(" ") + 1 :]
        return self[name]


def _refuse_document_type(*_declaration: object) -> None:
    raise Refusal("damaged", worded("reader_files.doctype"))
