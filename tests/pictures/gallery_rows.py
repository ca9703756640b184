"""The rows and lines of the target pictures, as models."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget

from salesdesk.ui.kit.formats import DaysLeft, DaysLevel
from salesdesk.ui.kit.painting.cells import (
    Cell,
    ChipCell,
    DaysCell,
    Level,
    TextCell,
    TimelineItem,
    Tone,
)
from salesdesk.ui.kit.painting.roles import Role

Index = QModelIndex | QPersistentModelIndex
TONES = {"Cold": Tone.COLD, "Warm": Tone.WARM, "Hot": Tone.HOT}
COLUMNS = ("Name", "Company", "Phone", "Status", "Owner", "Last contact", "Days left", "Next step")
WIDTHS = (136, 152, 144, 64, 120, 96, 88, 96)

ROWS = """\
Dedi Kurniawan|PT Bahari Makmur|+62 813-8840-2217|Cold|Eko Saputra|30 days ago|0|none
Siti Rahmawati|PT Sinar Jaya|+62 812-9034-7718|Hot|Rina Wulandari|28 days ago|2|none
Hasan Basri|PT Duta Persada|+62 811-1502-0663|Warm|Andi Firmansyah|28 days ago|2|10 June
Budi Santoso|PT Cahaya Nusantara|+62 857-1120-4456|Warm|Rina Wulandari|27 days ago|3|none
Sri Wahyuni|CV Sumber Rejeki|+62 878-2295-0134|Cold|Citra Melati|27 days ago|3|9 June
Teguh Prakoso|PT Wana Lestari|+62 821-6671-9082|Warm|Eko Saputra|26 days ago|4|none
Agus Setiawan|CV Mitra Abadi|+62 812-4478-3350|Cold|Rina Wulandari|25 days ago|5|none
Kartika Sari|Hotel Puri Anggrek|+62 819-0342-7765|Hot|Bayu Pratama|25 days ago|5|today
Ratna Dewi|Yayasan Bina Insani|+62 856-9917-2043|Warm|Rina Wulandari|never|6|none
Irfan Hakim|PT Garuda Teknika|+62 813-1765-8829|Cold|Andi Firmansyah|24 days ago|6|12 June
Wulan Oktaviani|SMA Harapan Kita|+62 877-3380-5519|Warm|Citra Melati|23 days ago|7|11 June
Rudi Hartono|PT Baja Perkasa|+62 812-6045-1187|Hot|Bayu Pratama|22 days ago|8|9 June
Anisa Fitriani|Apotek Sehat Selalu|+62 858-4402-9936|Cold|Eko Saputra|21 days ago|9|none
Bambang Irawan|PT Multi Karsa|+62 811-9208-4475|Warm|Citra Melati|21 days ago|9|15 June
Desi Ratnasari|PT Nusa Indah|+62 822-5518-3041|Warm|Andi Firmansyah|20 days ago|10|10 June
Gilang Saputro|CV Citra Kreasi|+62 896-7130-2258|Cold|Bayu Pratama|19 days ago|11|none
Lina Marlina|Klinik Medika Utama|+62 812-8837-6604|Warm|Rina Wulandari|18 days ago|12|4 d late
Mulyadi|Koperasi Tani Jaya|+62 813-5569-0072|Cold|Eko Saputra|18 days ago|12|16 June
Novita Anggraini|PT Surya Mandala|+62 857-8241-6690|Hot|Andi Firmansyah|17 days ago|13|9 June
Yusuf Maulana|Koperasi Makmur|+62 821-1994-3307|Cold|Rina Wulandari|16 days ago|14|today
"""

TIMELINE = (
    TimelineItem(
        "phone",
        "Call",
        "successful",
        Level.WON,
        "11 May",
        note="Wants a quotation for 120 guests, hall A, on Saturday 27 June. Decides with the "
        "director.",
        author="Rina Wulandari",
    ),
    TimelineItem("trending-up", "Rina Wulandari: warm → hot", date="8 May"),
    TimelineItem(
        "message-circle",
        "WhatsApp",
        "successful",
        Level.WON,
        "8 May",
        note="Sent menu and price list; likes package B.",
        author="Rina Wulandari",
    ),
    TimelineItem(
        "map-pin",
        "Visit",
        "unsuccessful",
        date="28 April",
        note="Not at the office; left brochure and card.",
        author="Rina Wulandari",
    ),
    TimelineItem("user-check", "Claimed by Rina Wulandari", date="20 April"),
    TimelineItem(
        "archive-restore",
        "Released: inactivity",
        date="19 April",
        note="Idle 30 days, limit 30 days; was with Eko Saputra.",
    ),
    TimelineItem(
        "phone",
        "Call",
        "unsuccessful",
        date="20 March",
        note="Number busy, tried twice.",
        author="Eko Saputra",
    ),
    TimelineItem(
        "receipt",
        "Order completed, Rp18.450.000",
        date="12 February",
        note="Lunch for 60, Ruang Melati",
    ),
)


def days_of(days: int) -> DaysLeft:
    """The days left as the pictures show them."""
    if days <= 0:
        return DaysLeft("Overdue", DaysLevel.OVERDUE)
    level = DaysLevel.URGENT if days <= 3 else DaysLevel.SOON if days <= 7 else DaysLevel.PLAIN
    return DaysLeft(f"{days} days", level)


def cells_of(line: str) -> tuple[Cell, ...]:
    """One row of the fake table."""
    name, company, phone, status, owner, contact, days, step = line.split("|")
    step_level = (
        Level.TEXT3 if step == "none" else Level.URGENT if step.endswith("late") else Level.TEXT
    )
    return (
        TextCell(name, Level.NAME),
        TextCell(company, Level.TEXT2),
        TextCell(phone),
        ChipCell(status, TONES[status]),
        TextCell(owner, Level.TEXT2),
        TextCell(contact, Level.TEXT2 if contact == "never" else Level.TEXT),
        DaysCell(days_of(int(days))),
        TextCell(step, step_level),
    )


class FakeCustomers(QAbstractTableModel):
    """The rows of the target picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [cells_of(line) for line in ROWS.splitlines()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Role.CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text if isinstance(cell, (TextCell, ChipCell)) else ""
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None


class FakeTimeline(QAbstractListModel):
    """The lines of the target picture."""

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(TIMELINE)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Role.TIMELINE and index.isValid():
            return TIMELINE[index.row()]
        return None
