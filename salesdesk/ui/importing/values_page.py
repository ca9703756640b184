"""The third page: what the file's words mean, and what its contacts do not say."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import Refusal
from salesdesk.domain.importing import Choices, Field
from salesdesk.services.importing import words
from salesdesk.services.importing.matching import Matching, Word, matching, values_of
from salesdesk.ui.i18n import fill
from salesdesk.ui.importing.page import Page, combo
from salesdesk.ui.importing.state import ImportState
from salesdesk.ui.importing.texts import field_words
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Label, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.texts import method_word, outcome_word, source_word, status_word

_WIDTH = 220


class ValuesPage(Page):
    """One line a word: where it stands, how often, and what it means."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(state, name="import_values")
        self.head(
            self.tr("What the words mean"),
            self.tr("Guessed, and remembered for the next file. What means nothing stays empty."),
        )
        self._build_questions()
        self._area = QScrollArea()
        self._area.setObjectName("import_words_scroll")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setProperty("quiet", "true")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._area, 1)
        self.end()
        self.meanings: dict[tuple[Field, str], QComboBox] = {}
        self._found: Matching | None = None

    def _build_questions(self) -> None:
        """What is asked once for all contacts that do not say it."""
        self._questions = QWidget()
        self._questions.setObjectName("import_questions")
        grid = QGridLayout(self._questions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        self.method = combo("import_method", self.tr("Contacts without a method were"), _WIDTH)
        self.method.addItem(self.tr("Leave them out"), None)
        for method in Method:
            self.method.addItem(method_word(method), method.value)
        self.outcome = combo("import_outcome", self.tr("Contacts without an outcome were"), _WIDTH)
        self.outcome.addItem(self.tr("Leave them out"), None)
        for outcome in Outcome:
            self.outcome.addItem(outcome_word(outcome), outcome.value)
        for at, box in enumerate((self.method, self.outcome)):
            label = Label(box.accessibleName(), name=f"{box.objectName()}_label", ink="text2")
            label.setBuddy(box)
            grid.addWidget(label, at, 0)
            grid.addWidget(box, at, 1)
        self.dates = QCheckBox(self.tr("Each date is a contact, even where the line says no more"))
        named(self.dates, "import_date_is_contact", self.dates.text())
        grid.addWidget(self.dates, 2, 0, 1, 2)
        grid.setColumnStretch(2, 1)
        self.column.addWidget(self._questions)
        for each in (self.method, self.outcome):
            each.currentIndexChanged.connect(self.edited)
        self.dates.toggled.connect(self.edited)

    def initializePage(self) -> None:
        """Look for the words of the file."""
        choices, request = self.state.choices, self.state.request()
        if choices is None or request is None:
            return
        self._found = None
        self.notice.dismiss()
        self._questions.setVisible(choices.has(Field.CONTACT_DATE))
        self.method.setCurrentIndex(max(0, self.method.findData(choices.method)))
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(choices.outcome)))
        self.dates.setChecked(choices.date_is_contact)
        session = self.state.context.session
        self.state.context.tasks.query(
            "import words", lambda: matching(session, request), self._on_found, self._on_fault
        )

    def isComplete(self) -> bool:
        """Whether the words were found."""
        return self._found is not None

    def validatePage(self) -> bool:
        """Hand on what they mean."""
        if self.state.choices is not None:
            self.state.choices = self.said(self.state.choices)
        return True

    def said(self, choices: Choices) -> Choices:
        """The choices with what is said here."""
        meant: dict[Field, dict[str, str]] = {}
        for (field, word), box in self.meanings.items():
            meant.setdefault(field, {})[words.key(word)] = str(box.currentData() or "")
        method, outcome = self.method.currentData(), self.outcome.currentData()
        return replace(
            choices,
            words={**choices.words, **meant},
            method=Method(method) if method else None,
            outcome=Outcome(outcome) if outcome else None,
            date_is_contact=self.dates.isChecked(),
        )

    def _on_found(self, found: Matching) -> None:
        self._found = found
        self.meanings = {}
        holder = QWidget()
        holder.setObjectName("import_words")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, theme.px(12), 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        for at, word in enumerate(found.words):
            self._add(grid, at, word, found)
        grid.setRowStretch(len(found.words), 1)
        grid.setColumnMinimumWidth(0, theme.px(150))
        grid.setColumnStretch(1, 1)
        self._area.setWidget(holder)
        self.completeChanged.emit()

    def _add(self, grid: QGridLayout, at: int, word: Word, found: Matching) -> None:
        name = f"import_word_{at}"
        told = Label(field_words()[word.field], name=f"{name}_field", ink="text2", cut=True)
        count = self.state.context.office.formats.number(word.count)
        shown = fill(self.tr("{word} ({count})"), word=word.word, count=count)
        label = Label(shown, name=f"{name}_label", cut=True)
        box = combo(name, fill(self.tr("What {word} means"), word=word.word), _WIDTH)
        box.addItem(self.tr("Nothing of ours"), "")
        for value, text in self._offered(word.field, found):
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(word.meant)))
        label.setBuddy(box)
        for column, widget in enumerate((told, label, box)):
            grid.addWidget(widget, at, column)
        self.meanings[word.field, word.word] = box
        box.currentIndexChanged.connect(self.edited)

    def _offered(self, field: Field, found: Matching) -> list[tuple[str, str]]:
        """Our values and how they are called."""
        values = values_of(field)
        if field is Field.STATUS:
            return [(one, status_word(SalesStatus(one))) for one in values]
        if field is Field.SOURCE:
            return [(one, source_word(LeadSource(one))) for one in values]
        if field is Field.CONTACT_METHOD:
            return [(one, method_word(Method(one))) for one in values]
        if field is Field.CONTACT_OUTCOME:
            return [(one, outcome_word(Outcome(one))) for one in values]
        return [(one.uid, one.name) for one in found.people]

    def _on_fault(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            self.notice.show_notice(self.tr("The file could not be looked through."), worded(fault))
        else:
            self.state.context.report_bug(fault)
