"""Help over the window: the guide's page that belongs to the screen, and a search through all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.ui.help.page_view import PageView
from salesdesk.ui.help.pages import Page, matching, pages
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import language, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, SearchField

_WIDTH, _HEIGHT, _LIST = 880, 424, 296


class HelpDialog(FormDialog):
    """The guides.

    Args:
        at: the key of the page that is shown first.
        open_address: opens an address outside the program.
    """

    def __init__(
        self,
        at: tuple[str, str],
        open_address: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        title = translate("help", "Help")
        super().__init__(title, name="help_dialog", parent=parent)
        self.set_width(_WIDTH)
        self._open_address = open_address
        self._pages = pages(language.chosen())
        self._shown: tuple[Page, ...] = ()
        self.header.addWidget(Label(title, name="help_title", face=Face.TITLE))
        self.search = SearchField(
            self.tr("Words in the guides"),
            name="help_search",
            accessible=self.tr("Search in the guides"),
        )
        self.list = CellTable([self.tr("Page")], [0], name="help_pages", accessible=title)
        self.view = PageView(name="help_page", accessible=self.tr("The page"))
        self._lay_out()
        self.search.searched.connect(self._on_searched)
        self.search.left.connect(self.list.setFocus)
        self.list.selectionModel().currentRowChanged.connect(self._show_current)
        self.view.guide_wanted.connect(self._on_guide)
        self.view.address_wanted.connect(self._on_address)
        self.finished.connect(self.deleteLater)
        self._fill(self._pages)
        self.go_to(at)
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.page.addWidget(self.search)
        self.list.setFixedSize(theme.px(_LIST), theme.px(_HEIGHT))
        self.view.setFixedHeight(theme.px(_HEIGHT))
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(16))
        beside.addWidget(framed(self.list))
        beside.addWidget(self.view, 1)
        self.page.addLayout(beside)
        self.done_button = Button(
            self.tr("Close"), name="help_close", kind=ButtonKind.PRIMARY, hint=self.tr("Esc")
        )
        self.done_button.clicked.connect(self.reject)
        self.set_buttons(self.done_button)
        self.end_rows()

    def go_to(self, key: tuple[str, str]) -> None:
        """Show this page; the first one where there is none of this name."""
        at = next((at for at, page in enumerate(self._shown) if page.key == key), 0)
        self.list.selectRow(at)

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        at = self.list.currentIndex().row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _fill(self, shown: tuple[Page, ...]) -> None:
        self._shown = shown
        self.list.show_rows([_row(page) for page in shown])

    def _on_searched(self, words: str) -> None:
        before = self.current
        self._fill(matching(self._pages, words))
        self.go_to(before.key if before is not None else ("", ""))
        self._show_current()

    def _show_current(self) -> None:
        page = self.current
        if page is None:
            self.view.setPlainText(self.tr("No page has all of these words."))
        else:
            self.view.show_page(page, self.search.text())

    def _on_guide(self, guide: str) -> None:
        first = next((page.key for page in self._pages if page.key[0] == guide), None)
        if first is not None:
            self.search.clear()
            self._fill(self._pages)
            self.go_to(first)

    def _on_address(self, address: str) -> None:
        self._open_address(address)


def _row(page: Page) -> CellRow:
    is_first = page.title == page.guide
    word = page.title if is_first else f"   {page.title}"
    return CellRow("/".join(page.key), (TextCell(word, Level.NAME if is_first else Level.TEXT),))
