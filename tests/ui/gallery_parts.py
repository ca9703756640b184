"""Windows of the gallery, put together from the widgets and made-up rows."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QDate,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from salesdesk.ui import widgets as w
from salesdesk.ui.delegates.cells import (
    Cell,
    ChipCell,
    DaysCell,
    Level,
    TextCell,
    TimelineItem,
    Tone,
)
from salesdesk.ui.fonts import Face
from salesdesk.ui.formats import DaysLeft, DaysLevel
from salesdesk.ui.models.roles import Role

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


def navigation() -> w.NavigationPane:
    """The navigation with the counts of the pictures."""
    pane = w.NavigationPane(
        [
            w.NavEntry("today", "Today", "sun", "14"),
            w.NavEntry("customers", "Customers", "users", "1.284"),
            w.NavEntry("pipeline", "Pipeline", "square-kanban"),
            w.NavEntry("pool", "Pool", "archive-restore", "41"),
            w.NavEntry("activity", "Activity", "chart-column"),
            w.NavEntry("team", "Team", "network"),
            w.NavEntry("settings", "Settings", "settings", at_bottom=True),
        ],
        name="navigation",
    )
    return pane


def status_bar() -> w.StatusBar:
    """The status bar of the pictures."""
    bar = w.StatusBar(name="status")
    bar.server.show_text("sales-db.kantor.local · 12 ms", icon_ink="won")
    bar.person.show_text("Rina Wulandari, Team Lead")
    bar.run.show_text("Release run 09.00 · freed 2")
    bar.outbox.show_text("Outbox empty")
    return bar


def framed(*parts: QWidget, active: str) -> QMainWindow:
    """A window with menu bar, navigation, these parts and the status bar."""
    window = QMainWindow()
    for title in ("File", "Edit", "View", "Go", "Customer", "Tools", "Help"):
        window.menuBar().addMenu(title)
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(0)
    pane = navigation()
    pane.select(active)
    row.addWidget(pane)
    for part in parts:
        row.addWidget(part, 0 if part.objectName() == "panel" else 1)
    column.addLayout(row, 1)
    column.addWidget(status_bar())
    window.setCentralWidget(centre)
    return window


def _header() -> QWidget:
    head = w.Pane("base")
    head.setFixedHeight(64)
    row = QHBoxLayout(head)
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(8)
    row.addWidget(w.Label("Customers", face=Face.TITLE))
    row.addSpacing(8)
    view = w.Button("Leaving in 3 weeks", name="view", inside=9)
    view.set_menu(QMenu(view))
    row.addWidget(view)
    row.addStretch(1)
    search = w.SearchField(
        "Name, company, phone", name="search", accessible="Search customers", hint="Ctrl+F"
    )
    search.setFixedWidth(248)
    row.addWidget(search)
    row.addWidget(w.IconButton("columns-3", name="columns", accessible="Columns"))
    row.addWidget(w.IconButton("upload", name="export", accessible="Export"))
    row.addWidget(w.Button("New customer", name="new", icon="plus"))
    return head


def _filters(right: str) -> QWidget:
    bar = w.Pane("base", "bottom")
    bar.setFixedHeight(48)
    row = QHBoxLayout(bar)
    row.setContentsMargins(8, 0, 16, 8)
    row.setSpacing(8)
    row.addWidget(w.Button("Filter", name="filter", kind=w.ButtonKind.QUIET, icon="filter"))
    row.addWidget(w.FilterChip("Owner", "my team", name="chip_owner"))
    row.addWidget(w.FilterChip("Days left", "under 21", name="chip_days"))
    row.addSpacing(4)
    row.addWidget(w.Button("Clear all", name="clear_filters", kind=w.ButtonKind.LINK))
    row.addStretch(1)
    row.addWidget(w.Label(right, ink="text2"))
    return bar


def _footer() -> QWidget:
    foot = w.Pane("raised", "top")
    foot.setFixedHeight(40)
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 1, 16, 0)
    row.setSpacing(8)
    row.addWidget(w.Label("1 selected", ink="text2"))
    row.addStretch(1)
    for icon, text in (
        ("calendar-plus", "Plan 1"),
        ("arrow-right-left", "Transfer 1…"),
        ("shield", "Protect 1…"),
        ("archive-restore", "Release 1…"),
        ("upload", "Export 186…"),
    ):
        row.addWidget(w.Button(text, name=icon, icon=icon, kind=w.ButtonKind.QUIET))
    return foot


def customers_list() -> QWidget:
    """The middle of screen 2."""
    screen = w.Pane("base")
    column = QVBoxLayout(screen)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    table = w.RowTable(name="customers_table", accessible="Customers")
    table.setModel(FakeCustomers(table))
    for at, width in enumerate(WIDTHS):
        table.setColumnWidth(at, width)
    table.head.setSortIndicatorShown(True)
    table.head.setSortIndicator(6, Qt.SortOrder.AscendingOrder)
    table.setCurrentIndex(table.model().index(1, 0))
    table.hover_row = 7
    for part in (_header(), _filters("186 of 1.284 customers")):
        column.addWidget(part)
    column.addWidget(table, 1)
    column.addWidget(_footer())
    return screen


def _panel_head(column: QVBoxLayout) -> None:
    title = QHBoxLayout()
    title.setSpacing(4)
    title.addWidget(w.Label("Siti Rahmawati", face=Face.TITLE), 1)
    for icon, said in (
        ("ellipsis", "More"),
        ("chevron-up", "Previous"),
        ("chevron-down", "Next"),
        ("x", "Close"),
    ):
        title.addWidget(
            w.IconButton(icon, name=icon, accessible=said, kind=w.ButtonKind.QUIET, small=True)
        )
    column.addLayout(title)
    column.addWidget(w.Label("PT Sinar Jaya", ink="text2"))
    standing = QHBoxLayout()
    standing.setSpacing(8)
    standing.addWidget(w.StatusChip("Hot", Tone.HOT, name="panel_status"))
    days = w.DaysLabel(name="panel_days")
    days.set_days(days_of(2))
    standing.addWidget(days)
    standing.addWidget(w.Label("leaves on Wed 10 June, 16.40", ink="text2"), 1)
    column.addSpacing(12)
    column.addLayout(standing)
    column.addSpacing(12)
    acts = QHBoxLayout()
    acts.setSpacing(8)
    acts.addWidget(
        w.Button("Log contact", name="log", kind=w.ButtonKind.PRIMARY, icon="square-pen")
    )
    acts.addWidget(w.Button("WhatsApp", name="whatsapp", icon="message-circle"))
    acts.addWidget(w.Button("Call", name="call", icon="phone"))
    acts.addStretch(1)
    column.addLayout(acts)
    column.addSpacing(14)


def customer_panel() -> QWidget:
    """The right of screen 2."""
    panel = w.Pane("base", "left", name="panel")
    panel.setFixedWidth(376)
    column = QVBoxLayout(panel)
    column.setContentsMargins(1, 16, 0, 0)
    column.setSpacing(0)
    top = QVBoxLayout()
    top.setContentsMargins(16, 0, 16, 10)
    top.setSpacing(0)
    _panel_head(top)
    facts = QGridLayout()
    facts.setSpacing(4)
    facts.setColumnMinimumWidth(0, 92)
    for at, (label, value) in enumerate(
        (
            ("Phone", "+62 812-9034-7718"),
            ("Owner", "Rina Wulandari, since 20 April"),
            ("Next step", "none planned"),
            ("Source", "Referral"),
        )
    ):
        facts.addWidget(w.Label(label, ink="text2"), at, 0)
        facts.addWidget(w.Label(value), at, 1)
    facts.setColumnStretch(1, 1)
    top.addLayout(facts)
    column.addLayout(top)
    tabs = w.TabBar(name="panel_tabs", accessible="What to see")
    for key, text, count in (
        ("timeline", "Timeline", ""),
        ("contacts", "Contacts", "4"),
        ("ownership", "Ownership", "2"),
        ("orders", "Orders", "1"),
    ):
        tabs.add_tab(key, text)
        tabs.set_count(key, count)
    column.addWidget(tabs)
    timeline = w.TimelineView(name="timeline", accessible="Timeline")
    timeline.setModel(FakeTimeline(timeline))
    column.addWidget(timeline, 1)
    return panel


def customers_window() -> QWidget:
    """Screens 2 and 3."""
    window = framed(customers_list(), customer_panel(), active="customers")
    table = window.findChild(w.RowTable)
    assert table is not None
    table.setFocus()
    return window


def log_contact_window() -> QWidget:
    """The controls of screen 5 on their ground, without the window behind."""
    page = w.Pane("base")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 400, 24)
    column.setSpacing(16)
    method = w.SegmentedControl(
        [
            w.Segment("whatsapp", "WhatsApp", "message-circle", "W"),
            w.Segment("call", "Call", "phone", "C"),
            w.Segment("visit", "Visit", "map-pin", "V"),
        ],
        name="method",
        accessible="Method",
    )
    method.set_value("call")
    outcome = w.SegmentedControl(
        [
            w.Segment("successful", "Successful", "circle-check", "S"),
            w.Segment("unsuccessful", "Unsuccessful", "circle-x", "U"),
        ],
        name="outcome",
        accessible="Outcome",
    )
    outcome.set_value("successful")
    note = w.NoteField(name="note", accessible="Note")
    note.set_text(
        "Likes the quotation, but the event moves to August. The director is back on 13 July "
        "and then gives the number of guests."
    )
    note.setFixedSize(438, 88)
    quick = w.SegmentedControl(
        [w.Segment(text, text) for text in ("+1 d", "+3 d", "+1 w", "+4 w")],
        name="quick",
        accessible="Quick dates",
        checkable=False,
    )
    date = QDateEdit(QDate(2026, 7, 14))
    date.setCalendarPopup(True)
    date.setDisplayFormat("ddd d MMMM yyyy")
    date.setFixedWidth(184)
    when = QComboBox()
    when.addItems(["Now, Mon 8 June, 09.14"])
    when.setFixedWidth(216)
    notice = w.NoticeFrame(name="late")
    notice.setFixedWidth(438)
    notice.show_notice(
        "14 July lies after the release date.",
        "Without another contact the customer leaves you on 8 July, 09.14.",
    )
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    buttons.addWidget(w.Label("Shift+Enter: new line", ink="text2"))
    buttons.addWidget(w.Button("Cancel", name="cancel", hint="Esc"))
    buttons.addWidget(w.Button("Save", name="save", kind=w.ButtonKind.PRIMARY, hint="Enter"))
    buttons.addStretch(1)
    row = QHBoxLayout()
    row.addWidget(quick)
    row.addWidget(date)
    row.addStretch(1)
    for part in (method, outcome, note):
        column.addWidget(part)
    column.addLayout(row)
    column.addWidget(notice)
    column.addWidget(when)
    column.addLayout(buttons)
    column.addStretch(1)
    return page


def empty_window() -> QWidget:
    """Screen 8."""
    screen = w.Pane("base")
    column = QVBoxLayout(screen)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    banner = w.Banner(name="banner")
    banner.show_notice(
        "cloud-off",
        "Server away: 2 contacts wait",
        "They are kept on this computer and will be sent once. Next try in 20 s.",
        [
            w.Action("Show outbox", banner.dismiss, "outbox"),
            w.Action("Try now", banner.dismiss, "try", "refresh-cw"),
        ],
    )
    empty = w.EmptyState(
        "calendar-check",
        "Nothing waits for you today",
        "Customers who are about to leave you, follow-ups that are due, and warm or hot "
        "customers without a next step are listed here.",
        name="empty",
    )
    empty.add_action(w.Button("Look in the pool", name="pool", icon="archive-restore"))
    empty.add_action(w.Button("Plan next steps", name="plan", icon="calendar-plus"))
    empty.set_footnote("Next: Tue 9 June, 3 follow-ups")
    column.addWidget(banner)
    column.addWidget(_filters("As read at 09.02"))
    column.addWidget(empty, 1)
    window = framed(screen, active="today")
    bar = window.findChild(w.StatusBar)
    if bar is not None:
        bar.set_away("sales-db.kantor.local away since 09.02", "Outbox: 2 contacts wait")
    toast = w.Toast(screen)
    toast.show_text(
        "Fajar Nugroho moved from warm to hot",
        action=w.Action("Undo", toast.close_toast, hint="Ctrl+Z"),
        seconds=600,
    )
    return window


def _buttons() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for kind in w.ButtonKind:
        row.addWidget(w.Button(kind.value, name=kind.value, kind=kind, icon="plus"))
        off = w.Button(f"{kind.value} off", name=f"{kind.value}_off", kind=kind, icon="plus")
        off.setEnabled(False)
        row.addWidget(off)
    chosen = w.Button("Chosen", name="chosen")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    row.addWidget(chosen)
    row.addWidget(w.Button("Small", name="small", icon="undo-2", small=True))
    row.addStretch(1)
    return row


def parts_window() -> QWidget:
    """Fields, chips and states that no target picture shows."""
    page = w.Pane("base")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addLayout(_buttons())
    row = QHBoxLayout()
    for text, tone in (
        ("Cold", Tone.COLD),
        ("Warm", Tone.WARM),
        ("Hot", Tone.HOT),
        ("Ordered", Tone.ORDERED),
        ("Won", Tone.WON),
        ("Available", Tone.PLAIN),
    ):
        row.addWidget(w.StatusChip(text, tone, name=text))
    row.addStretch(1)
    column.addLayout(row)
    fields = QHBoxLayout()
    name = QLineEdit("Siti")
    wrong = QLineEdit("0812")
    fault = w.FieldError(name="fault")
    fault.show_fault("This number belongs to Budi Santoso (PT Cahaya Nusantara).", wrong)
    off = QLineEdit("off")
    off.setEnabled(False)
    for field in (name, wrong, off, QSpinBox(), QComboBox()):
        fields.addWidget(field)
    column.addLayout(fields)
    column.addWidget(fault)
    choices = QHBoxLayout()
    for number, kind in enumerate((QCheckBox, QCheckBox, QRadioButton, QRadioButton)):
        choice = kind(f"Choice {number}")
        choice.setAutoExclusive(False)
        choice.setChecked(number % 2 == 0)
        choices.addWidget(choice)
    choices.addStretch(1)
    column.addLayout(choices)
    column.addWidget(w.LoadingState(name="loading", accessible="Loading"), 1)
    return page
