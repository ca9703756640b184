"""What the doctor's screen says: findings by kind, and what a repair changes row by row."""

from __future__ import annotations

from salesdesk.services.admin.doctor import Finding
from salesdesk.services.admin.repair import Change, Repair
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.session.faults import unread


def finding_row(finding: Finding, formats: Formats) -> CellRow:
    """A kind of breach, or of what is only worth knowing."""
    worth = translate("doctor", "worth knowing")
    return CellRow(
        finding.kind,
        (
            TextCell(
                meaning(finding),
                Level.NAME if finding.breach else Level.TEXT2,
                "triangle-alert" if finding.breach else "info",
                "urgent" if finding.breach else "text2",
            ),
            TextCell(translate("doctor", "breach") if finding.breach else worth, Level.TEXT2),
            TextCell(formats.number(finding.count), right=True),
        ),
        meaning(finding),
    )


def meaning(finding: Finding) -> str:
    """What is wrong, and what SalesDesk makes of it."""
    return translate("doctor", finding.meaning)


def remedy(finding: Finding) -> str:
    """What mends it."""
    return translate("doctor", finding.remedy)


def summed(findings: tuple[Finding, ...]) -> str:
    """How it stands, in one line."""
    breaches = sum(one.breach for one in findings)
    if not breaches:
        return translate("doctor", "Nothing breaks the rules")
    return plural(
        "doctor", "{number} kind of breach", "{number} kinds of breach", breaches,
        number=str(breaches),
    )  # fmt: skip


def samples(finding: Finding) -> str:
    """Some of the rows."""
    said = translate("doctor", "For instance: {ids}")
    return fill(said, ids=", ".join(finding.samples))


def change_rows(repair: Repair) -> list[CellRow]:
    """What a repair changes: one line a column of a row."""
    return [
        CellRow(
            f"{mended.customer_id} {change.table} {change.row_id} {column}",
            (
                TextCell(mended.customer_id, Level.TEXT2),
                TextCell(change.table),
                TextCell(column),
                TextCell(_before(change, column), Level.TEXT2),
                TextCell(value or "–"),
            ),
        )
        for mended in repair.mended
        for change in mended.changes
        for column, value in change.after.items()
        if change.before is None or change.before.get(column) != value
    ]


def _before(change: Change, column: str) -> str:
    if change.before is None:
        return translate("doctor", "new row")
    return change.before.get(column) or "–"


def repaired(repair: Repair, formats: Formats) -> str:
    """What came of a repair."""
    said = plural(
        "doctor", "{number} customer was repaired.", "{number} customers were repaired.",
        len(repair.mended), number=formats.number(len(repair.mended)),
    )  # fmt: skip
    if repair.left_over:
        left = translate("doctor", "{number} are being changed just now; repair again.")
        said = f"{said} {fill(left, number=formats.number(len(repair.left_over)))}"
    return said


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text where nothing could be found out."""
    return unread(
        fault,
        translate("doctor", "The database cannot be examined"),
        translate("doctor", "It is examined as soon as the server answers."),
    )
