"""Texts in which a program shows something else than the file says: bound data, fields, lists, formulas, shapes."""

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import programs as by
from expecting import ACCEPTED, HERE, WARNED, expect
from form import rows
from rich_text import by_textedit

STORE = "{11111111-2222-3333-4444-555555555555}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
IN_DOUBT = ("TABLE_IN_DOUBT",)
NEVER = {"A03": 12}


def changed(change, target):
    """A form by python-docx whose A03 `change(paragraph, document)` fills."""
    by.by_python_docx(rows({"A03": None}), target)
    document = docx.Document(str(target))
    cells = next(row.cells for row in document.tables[0].rows if row.cells[1].text == "A03")
    change(cells[4].paragraphs[0]._p, document)
    document.core_properties.modified = by.DAY
    document.save(str(target))


def run(inner):
    return parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")


def field(instruction, before="12", result=None, data=""):
    """What stands before a field, the field, and its result where it has one."""

    def change(paragraph, document):
        pieces = [f"<w:t>{before}</w:t>"] if before else []
        pieces += [f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>', f"<w:instrText> {instruction} </w:instrText>"]
        if result is not None:
            pieces += ['<w:fldChar w:fldCharType="separate"/>', f"<w:t>{result}</w:t>"]
        for piece in pieces + ['<w:fldChar w:fldCharType="end"/>']:
            paragraph.append(run(piece))

    return change


def bound(shown, held):
    """A content control that shows one thing, and the data that it is bound to."""

    def change(paragraph, document):
        binding = f'<w:dataBinding w:prefixMappings="xmlns:b=\'urn:bc\'" w:xpath="/b:bc[1]/b:v[1]" w:storeItemID="{STORE}"/>'
        paragraph.append(
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr>{binding}<w:text/></w:sdtPr>"
                f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )
        package = document.part.package
        data = f'<bc xmlns="urn:bc"><v>{held}</v></bc>'.encode()
        kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        said = f'<d:datastoreItem d:itemID="{STORE}" xmlns:d="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
        item = Part(PackURI("/customXml/item9.xml"), "application/xml", data, package)
        properties = Part(PackURI("/customXml/itemProps9.xml"), kind, said.encode(), package)
        document.part.relate_to(item, RELATIONS + "customXml")
        item.relate_to(properties, RELATIONS + "customXmlProps")

    return change


def filled_by_the_program():
    """Content controls and fields that Word fills when it shows the document."""
    refused = lambda name: expect(name, "rejected", IN_DOUBT, never={"A03": 12})  # noqa: E731
    changed(bound("120", "999"), refused("bound to other data, python-docx.docx"))
    target = expect("bound to the same data, python-docx.docx", ACCEPTED, values={"A03": 120})
    changed(bound("120", " 120 "), target)
    # What another program makes of the first is what people see.
    shown = expect("bound to other data, LibreOffice.odt", WARNED, values={"A03": 999})
    by.by_libreoffice(HERE / "bound to other data, python-docx.docx", shown)
    changed(field("LISTNUM \\l 1 \\s 120"), refused("number of a list beside, python-docx.docx"))
    changed(field("EQ \\f(1,20)"), refused("fraction beside, python-docx.docx"))


def lists_of_choices():
    """Old form fields that show one of a list."""
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in (100, 120))
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    read = {"A03": 120, "A04": 5}
    source = expect("list of choices, python-docx.docx", ACCEPTED, values=read)
    changed(field("FORMDROPDOWN", "", "120", data), source)
    by.by_libreoffice(source, expect("list of choices, LibreOffice.odt", ACCEPTED, values=read))
    # LibreOffice stores no result of such a field in rich text: the list alone says what is chosen.
    choice = r"{\field{\*\fldinst { FORMDROPDOWN {\*\formfield{\fftype2\ffhaslistbox1\ffres1{\*\ffl 100}{\*\ffl 120}}}}}{\fldrslt {}}}"
    target = expect("list of choices, python.rtf", ACCEPTED, values=read)
    by_textedit(rows({"A03": "field"}), target, choice)
    other = expect("list of two minds, python-docx.docx", "rejected", IN_DOUBT, never={"A03": 100})
    changed(field("FORMDROPDOWN", "", "100", data), other)


def in_rich_text():
    """Formulas, lists and tables in shapes as Word writes them in rich text."""
    formula = r"12{\mmath{\*\moMath{\msSup{\msSupPr{\mctrlPr }}{\me{\mr 0}}{\msup{\mr 2}}}}}"
    shape = r"{\shp{\*\shpinst{\shptxt \trowd\cellx900\cellx1800\pard\intbl 5\cell\pard\intbl 7\cell\row\pard\plain\par}}}"
    number = r"12{\field{\*\fldinst { LISTNUM \\l 1 \\s 120 }}{\fldrslt }}"
    for what, said, inner in (
        ("formula", "NOT_A_NUMBER", formula),
        ("table in a shape", "NOT_A_NUMBER", "12" + shape),
        ("number of a list beside", "TABLE_IN_DOUBT", number),
    ):
        target = expect(f"{what}, python.rtf", "rejected", (said,), {"A04": 5}, NEVER)
        by_textedit(rows({"A03": "field"}), target, inner)


ODD_TEXTS = {filled_by_the_program: 6, lists_of_choices: 6, in_rich_text: 6}
