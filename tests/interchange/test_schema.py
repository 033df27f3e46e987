"""XLIFF files keep to the XML schemas of XLIFF.

The schemas belong to OASIS and are not in this repository. Debian's package php-symfony-translation
brings them; TEST_XLIFF_SCHEMAS may name another folder with the same files. Where they are not, the
grammar below, ours from the words of the standard, still holds everything that we write.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from coprod_survey.interchange.units import stamp_of, units_of
from coprod_survey.interchange.xliff2 import to_xliff2
from coprod_survey.interchange.xliff12 import to_xliff12
from coprod_survey.questionnaire import library
from tests.interchange.saying import say
from tests.interchange.test_round_trips import nasty_units

SCHEMAS = Path(
    os.environ.get("TEST_XLIFF_SCHEMAS")
    or "/usr/share/php/Symfony/Component/Translation/Resources/schemas"
)
FILES = {"1.2": "xliff-core-1.2-strict.xsd", "2.0": "xliff-core-2.0.xsd"}

GRAMMAR = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <start><choice><ref name="one"/><ref name="two"/></choice></start>
 <define name="keep"><attribute name="xml:space"><value>preserve</value></attribute></define>
 <define name="tongue"><choice><value>cy</value><value>en</value></choice></define>
 <define name="fixed"><optional><attribute name="translate"><value>no</value></attribute></optional></define>
 <define name="one"><element name="xliff" ns="urn:oasis:names:tc:xliff:document:1.2">
  <attribute name="version"><value>1.2</value></attribute>
  <element name="file">
   <attribute name="original"/><attribute name="datatype"><value>plaintext</value></attribute>
   <attribute name="source-language"><ref name="tongue"/></attribute>
   <attribute name="target-language"><ref name="tongue"/></attribute>
   <element name="body"><oneOrMore><element name="trans-unit">
    <attribute name="id"/><attribute name="resname"/><ref name="keep"/><ref name="fixed"/>
    <optional><attribute name="maxwidth"><data type="positiveInteger"/></attribute>
     <attribute name="size-unit"><value>char</value></attribute></optional>
    <optional><attribute name="approved"><value>yes</value></attribute></optional>
    <element name="source"><attribute name="xml:lang"><ref name="tongue"/></attribute><text/></element>
    <element name="target"><attribute name="state"><choice>
      <value>new</value><value>needs-translation</value><value>needs-review-translation</value>
      <value>translated</value><value>final</value></choice></attribute>
     <attribute name="xml:lang"><ref name="tongue"/></attribute><text/></element>
    <oneOrMore><element name="note"><attribute name="from"/><text/></element></oneOrMore>
   </element></oneOrMore></element></element></element></define>
 <define name="two"><element name="xliff" ns="urn:oasis:names:tc:xliff:document:2.0">
  <attribute name="version"><value>2.0</value></attribute>
  <attribute name="srcLang"><ref name="tongue"/></attribute>
  <attribute name="trgLang"><ref name="tongue"/></attribute>
  <element name="file"><attribute name="id"><data type="NMTOKEN"/></attribute>
   <attribute name="original"/><ref name="keep"/>
   <oneOrMore><element name="unit">
    <attribute name="id"><data type="NMTOKEN"/></attribute><attribute name="name"/>
    <attribute name="canResegment"><value>no</value></attribute><ref name="fixed"/>
    <element name="notes"><oneOrMore><element name="note"><attribute name="category"/><text/></element>
     </oneOrMore></element>
    <element name="segment">
     <attribute name="state"><choice><value>initial</value><value>translated</value>
      <value>final</value></choice></attribute>
     <optional><attribute name="subState"><data type="string">
      <param name="pattern">[^:]+:.+</param></data></attribute></optional>
     <element name="source"><text/></element><element name="target"><text/></element>
    </element></element></oneOrMore></element></element></define>
</grammar>"""


def files(version: str) -> list[bytes]:
    """The survey of every kind in both directions, and sentences in every state."""
    document = library.load("every-kind")
    write = to_xliff12 if version == "1.2" else to_xliff2
    made = []
    for source in ("cy", "en"):
        stamp = stamp_of(document, survey=1, revision=1, source=source)  # type: ignore[arg-type]
        made.append(write(stamp, units_of(document, source, say)))  # type: ignore[arg-type]
    return [*made, write(stamp, nasty_units())]


@pytest.mark.parametrize("version", FILES)
def test_files_keep_to_the_schema(version: str) -> None:
    file = SCHEMAS / FILES[version]
    if not file.exists():
        pytest.skip("needs the schemas of Debian’s package php-symfony-translation")
    schema = read_schema(file)
    for data in files(version):
        schema.assertValid(etree.fromstring(data))
        with pytest.raises(etree.DocumentInvalid):
            schema.assertValid(etree.fromstring(data.replace(b"<source", b"<sauce", 1)
                               .replace(b"</source", b"</sauce", 1)))  # fmt: skip


@pytest.mark.parametrize("version", FILES)
def test_files_keep_to_our_own_grammar(version: str) -> None:
    grammar = etree.RelaxNG(etree.fromstring(GRAMMAR))
    for data in files(version):
        grammar.assertValid(etree.fromstring(data))
        root = etree.fromstring(data)
        name = "trans-unit" if version == "1.2" else "unit"
        ids = [unit.get("id") for unit in root.iter(f"{{*}}{name}")]
        assert len(ids) == len(set(ids)), "an id names one sentence"
        assert not grammar.validate(etree.fromstring(data.replace(b"final", b"finished")))


def read_schema(file: Path) -> etree.XMLSchema:
    """A schema, whose import of that of XML itself is taken from the folder and not from outside."""
    root = etree.parse(file).getroot()
    for found in root.iter("{http://www.w3.org/2001/XMLSchema}import"):
        if found.get("namespace") == "http://www.w3.org/XML/1998/namespace":
            found.set("schemaLocation", str(file.parent / "xml.xsd"))
    return etree.XMLSchema(root)
