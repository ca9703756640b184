"""The dialogs of the gallery over a small sample office, filled as in the target pictures."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from sqlalchemy.engine import make_url

from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Duplicate, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import Person
from salesdesk.domain.queries import Candidate, CustomerQuery, CustomerRow
from salesdesk.domain.refusals import Why
from salesdesk.domain.sign_in import Credentials, SignInWay
from salesdesk.domain.templates import MessageTemplate
from salesdesk.services.lists import customers
from salesdesk.services.release.report import HeldRelease
from salesdesk.storage.db.engine import make_engine
from salesdesk.storage.setup import schema
from salesdesk.ui.actions.assign_dialog import ChooseAgentDialog
from salesdesk.ui.actions.plan_dialog import PlanDialog
from salesdesk.ui.actions.protect_dialog import ProtectDialog
from salesdesk.ui.actions.release_dialog import ReleaseDialog
from salesdesk.ui.actions.set_aside_dialog import SetAsideDialog
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.contacts.form import Typed
from salesdesk.ui.contacts.outbox_dialog import OutboxDialog
from salesdesk.ui.customer.form_dialog import CustomerDialog
from salesdesk.ui.i18n import translate
from salesdesk.ui.release.held_dialog import ReleaseGuardDialog
from salesdesk.ui.session.profiles import ServerForm
from salesdesk.ui.shell.about_dialog import AboutDialog
from salesdesk.ui.shell.shortcuts_dialog import ShortcutsDialog
from salesdesk.ui.start import blocked_dialog
from salesdesk.ui.start.choose_person_dialog import WhoAmIDialog
from salesdesk.ui.start.connection_dialog import ConnectionDialog
from salesdesk.ui.start.crash_dialog import CrashDialog
from salesdesk.ui.start.restore import RestoreBackup, Restoring
from salesdesk.ui.start.sign_in_dialog import SignInDialog
from salesdesk.ui.start.welcome_dialog import FirstStartDialog
from salesdesk.ui.templates.manage_dialog import TemplateDialog, TemplatesDialog
from tests.pictures.dialog_gallery_more import MORE
from tests.support.database import open_database
from tests.support.factories import Office
from tests.support.seats import DialogSeat

#: Monday 8 June 2026, 09.14 in Jakarta.
NOW = dt.datetime(2026, 6, 8, 2, 14, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
NAMES = ("Dedi Kurniawan", "Hasan Basri", "Budi Santoso", "Sri Wahyuni", "Teguh Prakoso")


@dataclass(frozen=True)
class Step:
    """A step of a connection test."""

    name: str
    text: str
    ok: bool = True


@dataclass(frozen=True)
class Fault:
    """A bug."""

    summary: str
    details: str
    log: Path | None


class Sample:
    """An office of the pictures' people, and a seat of the lead in it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="salesdesk-gallery-"))
        url = make_url(f"sqlite:///{self.folder / 'desk.sqlite'}")
        engine = make_engine(url)
        schema.init(engine)
        engine.dispose()
        self.database = open_database(url)
        self.office: Office = Office(self.database, now=NOW)
        uid = self.office.lead_uid
        self.siti: str = self.office.customer(
            owner=uid,
            since=dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC),
            status=SalesStatus.HOT,
            company="PT Sinar Jaya",
            phone="+6281290347718",
            source="Referral",
        )
        at = dt.datetime(2026, 5, 11, 1, tzinfo=dt.UTC)
        self.office.contact(self.siti, by=uid, at=at, method=Method.CALL)
        for number, name in enumerate(NAMES):
            self.office.customer(
                name, owner=self.office.other_uid, since=NOW - (28 - number * 3) * DAY
            )
        self.free: str = self.office.customer("Fajar Nugroho", company="PT Alam Raya")
        self.seat: DialogSeat = DialogSeat(self.office, uid, self.folder / "kept", wait)
        self.seat.context = replace(self.seat.context, drafts=None)
        self.kept: list[QMainWindow] = []
        self.seat.context.office.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until all was answered."""
        wait(self.seat.tasks.is_idle)

    def row(self, customer_id: str) -> CustomerRow:
        """A customer's line."""
        return customers.rows(self.seat.context.session, [customer_id])[0]

    def bound(self) -> list[CustomerRow]:
        """All bound customers' lines."""
        page = customers.page(self.seat.context.session, CustomerQuery())
        return [row for row in page.rows if row.owner_uid is not None]

    def close(self) -> None:
        """Leave nothing."""
        self.seat.close()
        self.database.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def wait(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something holds."""
    deadline = QDeadlineTimer(10_000)
    tick = QTimer()
    tick.start(5)
    while not condition() and not deadline.hasExpired():
        QApplication.processEvents()
    tick.stop()


NOTE = (
    "Likes the quotation, but the event moves to August. The director is back on 13 July and "
    "then gives the number of guests."
)


def contact(sample: Sample) -> QDialog:
    """Screen 5."""
    dialog = ContactDialog(sample.seat.context, sample.siti)
    sample.settle()
    dialog.fill(Typed(Method.CALL, Outcome.SUCCESSFUL, NOTE, dt.date(2026, 7, 14)))
    dialog.next_day.setFocus()
    return dialog


def contact_pool(sample: Sample) -> QDialog:
    """An available customer, nothing chosen yet but Save pressed."""
    dialog = ContactDialog(sample.seat.context, sample.free)
    sample.settle()
    dialog.when.setCurrentIndex(1)
    dialog.save.click()
    return dialog


def contact_away(sample: Sample) -> QDialog:
    """The server is away."""
    dialog = ContactDialog(sample.seat.context, sample.siti, row=sample.row(sample.siti))
    sample.settle()
    dialog.fill(Typed(Method.WHATSAPP, Outcome.UNSUCCESSFUL))
    dialog.notice.show_notice(
        "The server is away.",
        "Save keeps the contact on this computer and sends it once it is back.",
    )
    return dialog


def customer(sample: Sample) -> QDialog:
    """A new customer whose number is known."""
    dialog = CustomerDialog(sample.seat.context)
    dialog.name.setText("Siti R.")
    dialog.phone.setText("0812-9034-7718")
    sample.settle()  # the number is looked for; what is found then is not what is shown here
    found = Duplicate(sample.siti, "Fajar Nugroho", None, None)
    dialog.taken.show_found(found, True)
    return dialog


def customer_conflict(sample: Sample) -> QDialog:
    """An edited customer whose company somebody else changed."""
    dialog = CustomerDialog(sample.seat.context, sample.siti)
    sample.settle()
    dialog.odds["company"].ask("PT Sinar Jaya Abadi")
    dialog.rows["name"].fail(translate("refusal", "The name is missing."))
    return dialog


def guard(sample: Sample) -> QDialog:
    """A held release."""
    candidates = tuple(
        Candidate(str(n), NAMES[n % 5], "eko", "Eko Saputra", 31 + n, UnbindingReason.INACTIVITY)
        for n in range(214)
    )
    return ReleaseGuardDialog(sample.seat.context, HeldRelease("run", NOW, 611, candidates))


def outbox(sample: Sample) -> QDialog:
    """One waits, one was refused."""
    files = sample.seat.outbox.files
    drafts = [
        ContactDraft(new_id(), sample.siti, Method.CALL, Outcome.SUCCESSFUL, NOTE),
        ContactDraft(new_id(), "gone", Method.WHATSAPP, Outcome.UNSUCCESSFUL, "Asked for a menu."),
    ]
    for draft, name in zip(drafts, ("Siti Rahmawati", "Budi Santoso"), strict=True):
        files.add(draft, name, NOW)
    dialog = OutboxDialog(sample.seat.context, files)
    sample.settle()
    return dialog


class Starter:
    """Knows the answer of every test."""

    keeps_passwords = False

    def check(self, form: ServerForm) -> tuple[Step, ...]:
        """Two steps that hold and one that does not."""
        return (
            Step("host", "sales-db.kantor.local is 10.2.0.14."),
            Step("port", "Port 3306 is open."),
            Step("password", "The server refuses this password for rina.", ok=False),
        )


def connection(sample: Sample) -> QDialog:
    """A wrong password."""
    known = ServerForm("sales-db.kantor.local", "3306", "sales", "rina", "secret", "pinned")
    dialog = ConnectionDialog(sample.seat.tasks, Starter(), known)
    dialog.test.click()
    sample.settle()
    return dialog


def shortcuts(sample: Sample) -> QDialog:
    """A window with a few commands."""
    window = QMainWindow()
    menu = window.menuBar().addMenu("&Customer")
    for text, keys in (("&Log contact", "Ctrl+L"), ("&Claim", "Ctrl+Shift+C"), ("Plan…", "Ctrl+P")):
        menu.addAction(text).setShortcut(QKeySequence(keys))
    dialog = ShortcutsDialog(window)
    sample.kept.append(window)
    return dialog


def who(sample: Sample) -> QDialog:
    """The people of a workspace."""
    people = [
        Person("a", "Rina Wulandari", "rina@example.org", "Team Lead", True),
        Person("b", "Andi Firmansyah", "andi@example.org", "Sales Agent", True),
        Person("c", "Bayu Pratama", None, None, True),
    ]
    return WhoAmIDialog(sample.seat.tasks, people, _nobody)


def who_first(sample: Sample) -> QDialog:
    """A new workspace."""
    return WhoAmIDialog(sample.seat.tasks, (), _nobody)


def _nobody(event_id: str, name: str, email: str) -> Person:
    return Person(event_id, name, email, None, True)


def _refused(given: Credentials) -> object:
    raise Refusal(Why.SIGN_IN_WRONG, field="password")


def _sign_in(sample: Sample, way: SignInWay, **options: Any) -> SignInDialog:
    server = "sales-db.kantor.local"
    return SignInDialog(sample.seat.tasks, way, server, _refused, **options)


def sign_in_wrong(sample: Sample) -> QDialog:
    """After a wrong password."""
    dialog = _sign_in(sample, SignInWay.PASSWORD, email="rina@kantor.example")
    dialog.password.setText("not the one")
    dialog.enter.click()
    sample.settle()
    return dialog


def sign_in_code(sample: Sample) -> QDialog:
    """With a one-time code."""
    dialog = _sign_in(sample, SignInWay.PASSWORD, email="rina@kantor.example")
    dialog.switch.click()
    dialog.code.setText("K7QF-92MD-XH4P")
    return dialog


def sign_in_locked(sample: Sample) -> QDialog:
    """Locked, by Firebase."""
    return _sign_in(sample, SignInWay.FIREBASE, email="rina@kantor.example", locked=True)


def _no_backup(file: Path) -> None:
    raise Refusal(Why.BACKUP_UNUSABLE, name=file.name)


def start_no_backup(sample: Sample) -> QDialog:
    """The first start after a file was chosen that is no backup."""
    dialog = FirstStartDialog(sample.seat.tasks, Starter(), Restoring(_no_backup, Path()))
    restore = dialog.findChild(RestoreBackup)
    assert restore is not None
    restore.restore("/home/dewi/letter.sqlite")
    sample.settle()
    return dialog


def blocked_workspace(sample: Sample) -> QDialog:
    """A workspace that cannot be opened."""
    dialog = blocked_dialog.unusable_workspace(
        translate("outage", "The workspace's file is damaged or is none of SalesDesk's."), _copy
    )
    dialog.offer_backups(sample.seat.tasks, Restoring(_no_backup, Path()))
    return dialog


def _copy(text: str) -> None:
    assert text


def _template(title: str, body: str, language: str = "id") -> MessageTemplate:
    return MessageTemplate(title.lower(), title, language, body, "event")


TEMPLATES = (
    _template(
        "Quotation, a reminder",
        "Selamat pagi Ibu {name},\n\nmenindaklanjuti pembicaraan kita, penawaran kami untuk "
        "{company} masih berlaku:\n\nRuang: {room}, {guests} tamu\nTanggal: {date}\n"
        "Harga: {price}, termasuk {package}\n\nSalam, {agent}",
    ),
    _template("Menu tasting", "Kami mengundang Ibu {name} untuk mencicipi menu kami."),
    _template("Room is still free", "Ruang {room} yang Ibu tanyakan masih tersedia."),
    _template("Thank you after the event", "Terima kasih sudah mempercayakan acara kepada kami."),
    _template("No answer on the phone", "Tadi saya mencoba menelepon, tetapi belum tersambung."),
    _template("Quotation, the first", "Terima kasih atas minatnya. Berikut penawaran kami."),
    _template("The date comes near", "Acara Ibu tinggal seminggu lagi. Apakah ada perubahan?"),
    _template("New contact at our office", "Perkenalkan, saya {agent}, mulai hari ini."),
    _template("Thank you", "Thank you for your visit, {name}.", "en"),
)


def _managing(sample: Sample, templates: tuple[MessageTemplate, ...]) -> QDialog:
    dialog = TemplatesDialog(sample.seat.context)
    sample.settle()
    dialog._on_read(templates)
    return dialog


DIALOGS: dict[str, Callable[[Sample], QDialog]] = {
    "contact": contact,
    "contact-pool": contact_pool,
    "contact-away": contact_away,
    "customer": customer,
    "customer-conflict": customer_conflict,
    "agents": lambda s: ChooseAgentDialog(s.seat.context, s.bound()),
    "release": lambda s: ReleaseDialog(s.seat.context, s.bound()),
    "release-one": lambda s: ReleaseDialog(s.seat.context, s.bound()[:1]),
    "protect": lambda s: ProtectDialog(
        s.seat.context, [replace(s.row(s.siti), protected_until=NOW + DAY)]
    ),
    "set-aside": lambda s: SetAsideDialog(s.seat.context, [s.row(s.siti)]),
    "plan": lambda s: PlanDialog(s.seat.context, [s.row(s.siti)]),
    "guard": guard,
    "outbox": outbox,
    "start": lambda s: FirstStartDialog(s.seat.tasks, Starter(), Restoring(_no_backup, Path())),
    "sign-in": sign_in_wrong,
    "sign-in-code": sign_in_code,
    "sign-in-locked": sign_in_locked,
    "start-no-backup": start_no_backup,
    "blocked-workspace": blocked_workspace,
    "connection": connection,
    "who": who,
    "who-first": who_first,
    "blocked": lambda s: blocked_dialog.unknown_account("rina", _copy),
    "shortcuts": shortcuts,
    "templates": lambda s: _managing(s, TEMPLATES),
    "templates-empty": lambda s: _managing(s, ()),
    "template": lambda s: TemplateDialog(s.seat.context, TEMPLATES[0]),
    "about": lambda s: AboutDialog([("MariaDB", "sales-db.kantor.local"), ("log", "/…/log")]),
    **MORE,
    "crash": lambda s: CrashDialog(Fault("KeyError: 'x'", "Traceback…\n  x", None), _copy),
}
