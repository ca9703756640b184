"""Windows of the gallery, put together from the widgets and made-up rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from salesdesk.ui.kit import widgets as w
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting.cells import Tone
from tests.pictures.gallery_rows import WIDTHS, FakeCustomers, FakeTimeline, days_of


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
        away = "sales-db.kantor.local away since 09.02"
        bar.server.show_text(away, icon="cloud-off", icon_ink="urgent", ink="urgent", strong=True)
        bar.outbox.show_text("Outbox: 2 contacts wait", icon_ink="text", ink="text", strong=True)
    toast = w.Toast(screen)
    toast.show_text(
        "Fajar Nugroho moved from warm to hot",
        action=w.Action("Undo", toast.close_toast, hint="Ctrl+Z"),
        seconds=600,
    )
    return window
