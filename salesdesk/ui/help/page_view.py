"""One page of a guide, with its pictures as wide as the room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from salesdesk.ui.help.pages import Page
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import named


class PageView(QTextBrowser):
    """Shows Markdown; what is searched for is marked in it.

    Signals:
        guide_wanted(str): a link to another guide was followed.
        address_wanted(str): a link out of the program was followed.
    """

    guide_wanted = Signal(str)
    address_wanted = Signal(str)

    def __init__(self, *, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.setOpenLinks(False)
        # Always there, so that a picture does not make its own room smaller.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._folder = Path()
        self._page: Page | None = None
        self._words: list[str] = []
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: Page, words: str) -> None:
        """Show a page from its beginning, or where the first of the words stands."""
        self._page, self._words, self._folder = page, words.split(), page.folder
        self._fill(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None and event.size().width() != event.oldSize().width():
            self._fill(self._page)

    def _fill(self, page: Page) -> None:
        self.setMarkdown(page.text)
        self._space_out()
        self._mark(self._words)

    def _space_out(self) -> None:
        """Room between paragraphs, which Markdown leaves to whoever shows it."""
        at = QTextCursor(self.document())
        at.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            spaced = block.blockFormat()
            spaced.setBottomMargin(theme.px(4 if block.textList() is not None else 10))
            at.setPosition(block.position())
            at.setBlockFormat(spaced)
            block = block.next()
        at.endEditBlock()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the guide, no wider than the room."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(self._folder / QUrl(name).path()))
        room = self.viewport().width() - theme.px(24)
        if picture.isNull() or picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def _mark(self, words: list[str]) -> None:
        marked = QTextCharFormat()
        marked.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        marked.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        found = []
        for word in words:
            at = self.document().find(word)
            while not at.isNull():
                each = QTextEdit.ExtraSelection()
                each.cursor, each.format = at, marked
                found.append(each)
                at = self.document().find(word, at)
        self.setExtraSelections(found)
        start = QTextCursor(self.document())
        if found:
            start.setPosition(min(each.cursor.selectionStart() for each in found))
        self.setTextCursor(start)
        self.ensureCursorVisible()

    def _on_link(self, address: QUrl) -> None:
        if address.isRelative():
            self.guide_wanted.emit(Path(address.path()).stem)
        else:
            self.address_wanted.emit(address.toString())
