"""The fields of a customer, without a database."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from salesdesk.domain.customer import (
    COMPANY_LENGTH,
    NAME_LENGTH,
    Customer,
    CustomerDraft,
    LeadSource,
    SalesStatus,
)
from salesdesk.domain.errors import Duplicate, Invalid
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.changed_meanwhile import OddsLines
from salesdesk.ui.kit.forms.dialog import FormDialog, Notice, Row
from salesdesk.ui.kit.forms.text_fields import LinesEdit
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Label,
    Segment,
    SegmentedControl,
    named,
)
from salesdesk.ui.refusals import worded
from salesdesk.ui.texts import source_word, status_word

#: The fields in the order of the form, as `Invalid` and `EditConflict` name them.
FIELDS = ("name", "phone", "company", "address", "lead_source", "sales_status")


class TakenLine(Notice):
    """Who has the phone number already, and what can be done instead."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.found: Duplicate | None = None
        self.open_button = Button(self.tr("Open"), name=f"{name}_open", small=True)
        self.claim_button = Button(
            self.tr("Claim instead"), name=f"{name}_claim", icon="hand", small=True
        )

    def show_found(self, found: Duplicate | None, may_claim: bool) -> None:
        """Name the customer who has the number; None: nobody has."""
        self.found = found
        if found is None:
            self.dismiss()
            return
        buttons = [self.open_button]
        if may_claim and found.owner_uid is None:
            buttons.append(self.claim_button)
        self.show_notice(self.tr("Already known."), worded(found), *buttons)


class CustomerForm(FormDialog):
    """Name, phone, company, address, source and status."""

    def __init__(self, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(title, name="customer_dialog", parent=parent)
        self.title = Label(title, name="customer_title", face=Face.TITLE)
        self.header.addWidget(self.title)
        self.name = _line("customer_name", NAME_LENGTH)
        self.phone = _line("customer_phone", 60)
        self.others = LinesEdit(
            name="customer_others", accessible=self.tr("Other numbers"), height=56
        )
        self.others.setPlaceholderText(self.tr("One a line, such as 0813-… (wife)"))
        self.company = _line("customer_company", COMPANY_LENGTH)
        self.address = LinesEdit(name="customer_address", accessible=self.tr("Address"), height=72)
        self.source = QComboBox()
        self.source.setObjectName("customer_source")
        self.source.setMinimumWidth(theme.px(216))
        self.source.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.source.addItem(self.tr("none"), None)
        for source in LeadSource:
            self.source.addItem(source_word(source), source)
        self.status = SegmentedControl(
            [Segment(each.value, status_word(each)) for each in SalesStatus],
            name="customer_status",
            accessible=self.tr("Status"),
        )
        self.status.set_value(SalesStatus.COLD.value)
        self.taken = TakenLine(name="customer_taken")
        self.rows = self._rows_of_fields()
        self.rows["phone"].put_below(self.taken)
        self.odds = OddsLines(self.rows, name="customer", parent=self)
        self._build_footer()

    def _rows_of_fields(self) -> dict[str, Row]:
        shown: dict[str, tuple[str, QWidget]] = {
            "name": (self.tr("Name"), self.name),
            "phone": (self.tr("Phone"), self.phone),
            "others": (self.tr("Other numbers"), self.others),
            "company": (self.tr("Company"), self.company),
            "address": (self.tr("Address"), self.address),
            "lead_source": (self.tr("Source"), self.source),
            "sales_status": (self.tr("Status"), self.status),
        }
        return {
            field: self.add_row(label, widget, name=f"customer_{field}")
            for field, (label, widget) in shown.items()
        }

    def _build_footer(self) -> None:
        self.cancel = Button(self.tr("Cancel"), name="customer_cancel", hint=self.tr("Esc"))
        self.save = Button(
            self.tr("Save"),
            name="customer_save",
            kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )
        self.cancel.clicked.connect(self.reject)
        self.set_buttons(self.cancel, self.save)

    def fill(self, customer: Customer) -> None:
        """Show a stored customer."""
        for field in FIELDS:
            self.show_field(field, customer)
        self.others.setPlainText(customer.others)

    def fill_draft(self, draft: CustomerDraft) -> None:
        """Show what was typed before, of a new customer."""
        self.name.setText(draft.name)
        self.phone.setText(draft.phone)
        self.others.setPlainText(draft.others or "")
        self.company.setText(draft.company or "")
        self.address.setPlainText(draft.address)
        self._show_source(draft.lead_source)
        self.status.set_value(draft.sales_status.value)

    def show_field(self, field: str, customer: Customer) -> None:
        """Show one field as it is stored."""
        if field == "name":
            self.name.setText(customer.name)
        elif field == "phone":
            self.phone.setText(customer.phone)
        elif field == "company":
            self.company.setText(customer.company or "")
        elif field == "address":
            self.address.setPlainText(customer.address)
        elif field == "lead_source":
            self._show_source(customer.lead_source)
        else:
            self.status.set_value(customer.sales_status.value)

    def _show_source(self, source: LeadSource | None) -> None:
        """Choose the source; one that another application made up joins the choices."""
        index = self.source.findData(source) if source is not None else 0
        if index < 0 and source is not None:
            self.source.addItem(source_word(source), source)
            index = self.source.count() - 1
        self.source.setCurrentIndex(index)

    def draft(self, customer_id: str) -> CustomerDraft:
        """What stands in the form."""
        source = self.source.currentData()
        return CustomerDraft(
            id=customer_id,
            name=self.name.text(),
            phone=self.phone.text(),
            company=self.company.text(),
            address=self.address.toPlainText(),
            lead_source=LeadSource(source) if source else None,
            sales_status=SalesStatus(self.status.value() or SalesStatus.COLD.value),
            others=self.others.toPlainText(),
        )

    def clear_faults(self) -> None:
        """Take away all marks of faults."""
        for row in self.rows.values():
            row.fail("")

    def mark(self, invalid: Invalid) -> bool:
        """Mark every field at fault, the first one focused; False: they are not of this form."""
        if any(fault.field not in self.rows for fault in invalid.faults):
            return False
        for fault in reversed(invalid.faults):
            self.rows[fault.field].fail(worded(fault))
            self.rows[fault.field].field.setFocus()
        return True


def value_of(customer: Customer, field: str) -> str:
    """A field of a stored customer in words."""
    if field == "sales_status":
        return status_word(customer.sales_status)
    if field == "lead_source":
        return source_word(customer.lead_source) if customer.lead_source else ""
    return str(getattr(customer, field) or "")


def same(draft: CustomerDraft, customer: Customer, field: str) -> bool:
    """Whether the form still shows a field as it was stored."""
    return bool((getattr(draft, field) or None) == (getattr(customer, field) or None))


def _line(name: str, most: int) -> QLineEdit:
    field = QLineEdit()
    named(field, name)
    # A little more than can be stored, so that the fault is named and nothing is cut off silently.
    field.setMaxLength(most * 4)
    return field
