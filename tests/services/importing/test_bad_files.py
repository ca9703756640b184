"""Bad files one by one: each is read as it was meant, or refused in words, in bounded memory."""

import codecs
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from salesdesk.domain.importing import Field, Kind, Layout, Preview, Record
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services.importing import csv_file, mapping, table, xlsx_file
from salesdesk.services.importing.cells import UNREADABLE
from salesdesk.services.importing.file_errors import MOST_CHARACTERS, BadFile
from salesdesk.services.importing.text_records import records
from tests.support.workbooks import book, cell

MEGABYTE = 1024 * 1024


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file with a content."""

    def make(content: str | bytes, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def rows(preview: Preview) -> list[tuple[str, ...]]:
    """The cells of the lines that can be read."""
    return [one.cells for one in preview.records if not one.fault]


def all_of(path: Path, layout: Layout | None = None) -> list[Record]:
    """Every line."""
    with table.opened(path, layout or table.preview(path).layout) as found:
        return list(found.records)


def test_an_empty_file(put: Callable[..., Path]) -> None:
    with pytest.raises(BadFile, match="is empty"):
        table.preview(put(b""))
    for blank in (b"\n\n\n", codecs.BOM_UTF8):
        with pytest.raises(BadFile, match="holds nothing"):
            table.preview(put(blank))


def test_no_lines_below_the_titles(put: Callable[..., Path]) -> None:
    with pytest.raises(BadFile, match="no lines below"):
        table.preview(put("name,phone\n\n  ,\n"))


def test_titles_twice(put: Callable[..., Path]) -> None:
    found = table.preview(put("Name,Phone,Phone,,\nSiti,1,2,3,\nName,Phone,Phone,,\nBudi,4,5,6,\n"))
    assert found.titles == ("Name", "Phone", "Phone (2)")
    assert [one.fault for one in found.records] == [None, Reason.of(Why.REPEATS_TITLES), None]
    assert mapping.guess(found).columns == {"Name": Field.NAME}


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("cp1252", "cp1252"),
    ],
)  # fmt: skip
def test_encodings(put: Callable[..., Path], encoding: str, guessed: str) -> None:
    text = "name;phone\r\n" + "Renée Müller – Café Žižka;0812345678\r\n" * 5
    found = table.preview(put(text.encode(encoding)))
    assert (found.layout.encoding, found.layout.separator) == (guessed, ";")
    assert found.titles == ("name", "phone")
    assert rows(found)[0] == ("Renée Müller – Café Žižka", "0812345678")


def test_a_wrong_encoding_spoils_lines_and_not_the_file(put: Callable[..., Path]) -> None:
    path = put("name,phone\nRenée,1\nSiti,2\n".encode("cp1252"))
    found = table.preview(path, Layout("utf-8", ","))
    assert [UNREADABLE in one.cells[0] for one in found.records] == [True, False]
    with pytest.raises(BadFile, match="no encoding"):
        table.preview(path, Layout("klingon", ","))
    with pytest.raises(BadFile, match="cannot be read as"):
        table.preview(put(b"\x00name,phone\nSiti,2\n"), Layout("utf-16", ","))


def test_mixed_line_ends(put: Callable[..., Path]) -> None:
    found = table.preview(put(b"name,phone\rA,1\r\nB,2\nC,3\r\rD,4"))
    assert rows(found) == [("A", "1"), ("B", "2"), ("C", "3"), ("D", "4")]
    assert [one.number for one in found.records] == [2, 3, 4, 6]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(put: Callable[..., Path], separator: str) -> None:
    lines = [("name", "phone", "notes"), ("Siti, S.E.", "1;2", "a|b"), ("Budi", "3", "")]
    text = "".join(separator.join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    found = table.preview(put(text))
    assert (found.layout.separator, found.titles) == (separator, lines[0])
    assert rows(found)[0] == lines[1]


def test_excels_own_first_line(put: Callable[..., Path]) -> None:
    found = table.preview(put("sep=;\nname;phone\nSiti, S.E.;1\n"))
    assert (found.layout.separator, rows(found)) == (";", [("Siti, S.E.", "1")])


def test_one_column(put: Callable[..., Path]) -> None:
    assert rows(table.preview(put("phone\n081\n082\n"))) == [("081",), ("082",)]


class EndlessLine:
    """Stands for a line of two gigabytes, handed over piece by piece; counts what was taken."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int) -> str:
        """Another piece."""
        self.taken += size
        return "x" * size if self.taken < 2 * 1024 * MEGABYTE else ""


def test_a_line_of_two_gigabytes() -> None:
    stream: Any = EndlessLine()
    tracemalloc.start()
    try:
        with pytest.raises(BadFile, match="is longer than 1,000,000 characters"):
            list(records(stream, ","))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert stream.taken < 2 * MOST_CHARACTERS
    assert peak < 16 * MEGABYTE


def test_a_file_of_two_gigabytes_is_refused_unread(put: Callable[..., Path]) -> None:
    path = put("name,phone\n")
    os.truncate(path, 2 * 1024 * MEGABYTE)
    with pytest.raises(BadFile, match="too large: 2,048 MB, at most 256 MB"):
        table.preview(path)


def test_quotes_left_open(put: Callable[..., Path]) -> None:
    lines = "".join(f"Name {n},{n}\n" for n in range(500))
    found = all_of(put('name,phone\n"Siti,1\nBudi,2\nJoko "the ""best,3\n"a"b,4\n' + lines))
    assert [(one.number, list(one.cells), set(one.broken)) for one in found if one.broken] == [
        (2, ["Siti", "1"], {0}),
        (5, ['a"b', "4"], {0}),
    ]
    assert found[1].cells == ("Budi", "2")
    assert found[2].cells == ('Joko "the ""best', "3")
    assert len(found) == 504


def test_quoted_cells_of_several_lines(put: Callable[..., Path]) -> None:
    found = all_of(put('name,address\nSiti,"Jl. 1\r\nJakarta"\nBudi,Jl. 2\n'))
    assert [(one.number, one.cells[1]) for one in found] == [(2, "Jl. 1\nJakarta"), (4, "Jl. 2")]


def test_ten_thousand_columns(put: Callable[..., Path]) -> None:
    wide = ",".join(f"c{n}" for n in range(10_000))
    with pytest.raises(BadFile, match="10,000 columns, at most 500"):
        table.preview(put(f"{wide}\n{wide}\n"))


def test_a_file_that_vanishes(put: Callable[..., Path]) -> None:
    path = put("name,phone\nSiti,1\n")
    layout = table.preview(path).layout
    path.unlink()
    with pytest.raises(BadFile, match="is not there any more"):
        all_of(path, layout)
    with pytest.raises(BadFile, match="is not there any more"):
        table.digest(path)


def test_a_file_that_breaks_off_half_way(
    put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("name,phone\n" + "Siti,1\n" * 100_000)
    layout = table.preview(path).layout

    def broken(stream: Any, separator: str) -> Any:
        yield from islice(records(stream, separator), 500)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(csv_file, "records", broken)
    with pytest.raises(BadFile, match=r"cannot be read: Input/output error"):
        all_of(path, layout)


def test_a_locked_file(put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("name,phone\nSiti,1\n")

    def refuse(self: Path, *args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadFile, match="open in another program"):
        table.preview(path)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="is a folder"):
        table.preview(tmp_path)


# --- workbooks ------------------------------------------------------------------------------------


def test_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Empty")
        sheet = workbook.add_worksheet("People")
        sheet.merge_range("B1:D1", "Our customers")
        for place, title in enumerate(("Name", "Phone", "Date")):
            sheet.write(2, place + 1, title)
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range("B4:B5", "Siti")
        sheet.write(3, 2, 81234567890.0)
        sheet.write(3, 3, 46000, day)
        sheet.write(4, 2, "0812 345")
        sheet.write_formula(5, 1, '="Bu"&"di"', None, "Budi")
        sheet.write(5, 2, 6281234567890)
    found = table.preview(path)
    assert (found.layout.sheet, found.layout.header_line) == ("People", 3)
    assert found.sheets == ("Empty", "People")
    assert found.titles == ("Name", "Phone", "Date")
    assert [(one.number, one.cells) for one in found.records] == [
        (4, ("Siti", "81234567890", "2025-12-09")),
        (5, ("Siti", "0812 345", "")),
        (6, ("Budi", "6281234567890", "")),
    ]
    with pytest.raises(BadFile, match="no sheet"):
        table.preview(path, Layout(sheet="Nobody", kind=Kind.WORKBOOK))


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = book(tmp_path / "bomb.xlsx", "", padding=600)
    assert path.stat().st_size < 2 * MEGABYTE
    with pytest.raises(BadFile, match="unpacks to more than 512 MB"):
        table.preview(path)


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = book(tmp_path / "liar.xlsx", "", padding=64)
    content = path.read_bytes()
    size = (64 * MEGABYTE).to_bytes(4, "little")
    whole = zipfile.ZipFile(path).getinfo("xl/worksheets/sheet1.xml").file_size
    assert size != whole.to_bytes(4, "little")
    path.write_bytes(content.replace(whole.to_bytes(4, "little"), (1_000).to_bytes(4, "little")))
    with pytest.raises(BadFile, match="damaged"):
        table.preview(path)


@pytest.mark.parametrize("dimension", ["A1", "A1:XFD1048576", "nonsense"])
def test_a_wrong_dimension(tmp_path: Path, dimension: str) -> None:
    lines = (
        f'<row r="1">{cell("A1", "name")}{cell("B1", "phone")}</row>'
        f'<row r="2">{cell("A2", "Siti")}{cell("B2", "0812")}</row>'
    )
    path = book(tmp_path / "list.xlsx", lines, dimension=dimension)
    if dimension == "nonsense":
        with pytest.raises(BadFile, match="damaged"):
            table.preview(path)
        return
    found = table.preview(path)
    assert (found.titles, rows(found)) == (("name", "phone"), [("Siti", "0812")])


def test_a_cell_in_the_last_corner(tmp_path: Path) -> None:
    lines = f'<row r="1">{cell("A1", "name")}</row><row r="1048576">{cell("XFD1048576", "x")}</row>'
    with pytest.raises(BadFile, match="reaches to row 1,048,576 and column 16,384"):
        xlsx_file.sheets(book(tmp_path / "far.xlsx", lines))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 and nothing more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old workbook"),
    ],
)
def test_no_workbook_at_all(put: Callable[..., Path], content: bytes, told: str) -> None:
    with pytest.raises(BadFile, match=told):
        table.preview(put(content, "list.xlsx"))


def test_another_zip(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(BadFile, match="no workbook"):
        table.preview(path)
