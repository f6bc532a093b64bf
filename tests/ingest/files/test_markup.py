"""XML of uploads is read without document types, entities or endless depth."""

from xml.parsers.expat import ExpatError

import pytest

from kmdash.ingest import limits
from kmdash.ingest.files.markup import elements
from kmdash.ingest.files.refusal import Refusal

LAUGHS = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!-- " + "long " * 2000 + "-->"])
def test_a_document_type_is_refused_wherever_it_stands(encoding, before):
    with pytest.raises(Refusal):
        elements((before + LAUGHS).encode(encoding), "a")


def test_a_document_type_hidden_by_its_encoding_is_refused():
    declared = b'<?xml version="1.0" encoding="cp037"?>'
    with pytest.raises((Refusal, ExpatError)):
        elements(declared + LAUGHS.encode("cp037"), "a")


def test_depth_is_limited():
    deep = "<a>" * (limits.XML_DEPTH + 1) + "</a>" * (limits.XML_DEPTH + 1)
    with pytest.raises(Refusal):
        elements(deep.encode(), "a")
    assert elements(b"<a><a/></a>", "a") == [("a", {}), ("a", {})]


def test_of_two_attributes_of_one_name_the_first_counts():
    document = b'<a xmlns:p="urn:p" xmlns:q="urn:q"><b p:n="1" q:n="2"/></a>'
    assert elements(document, "b") == [("b", {"n": "1"})]
