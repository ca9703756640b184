"""Screens and dialogs that are imported when they are first wanted.

The first screen needs none of them, and all together they would double the time until it is
there. Each has one function here, which imports it; on the UI thread, for Qt's own classes are
not made for two threads at once. A worker may import what is not Qt's, such as NumPy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesdesk.ui.reminders.on_demand import reminders_dialog

if TYPE_CHECKING:
    from salesdesk.ui.activity.screen import ActivityScreen
    from salesdesk.ui.audit.screen import AuditScreen
    from salesdesk.ui.contacts.dialog import ContactDialog
    from salesdesk.ui.contacts.outbox_dialog import OutboxDialog
    from salesdesk.ui.customer.erase_dialog import EraseDialog
    from salesdesk.ui.customer.form_dialog import CustomerDialog
    from salesdesk.ui.doctor.screen import DoctorScreen
    from salesdesk.ui.exporting.dialog import ExportDialog
    from salesdesk.ui.help.dialog import HelpDialog
    from salesdesk.ui.importing.wizard import ImportWizard
    from salesdesk.ui.people.screen import PeopleScreen
    from salesdesk.ui.settings.screen import SettingsScreen
    from salesdesk.ui.shell.about_dialog import AboutDialog
    from salesdesk.ui.shell.palette import PaletteDialog
    from salesdesk.ui.shell.shortcuts_dialog import ShortcutsDialog
    from salesdesk.ui.start.profile_dialog import ProfileDialog
    from salesdesk.ui.team.screen import TeamScreen
    from salesdesk.ui.templates.manage_dialog import TemplateDialog, TemplatesDialog
    from salesdesk.ui.templates.popover import WhatsAppPopover


# --- screens --------------------------------------------------------------------------------------


def activity_screen() -> type[ActivityScreen]:
    """The reports."""
    from salesdesk.ui.activity.screen import ActivityScreen

    return ActivityScreen


def team_screen() -> type[TeamScreen]:
    """The customers by state."""
    from salesdesk.ui.team.screen import TeamScreen

    return TeamScreen


def people_screen() -> type[PeopleScreen]:
    """People and roles."""
    from salesdesk.ui.people.screen import PeopleScreen

    return PeopleScreen


def audit_screen() -> type[AuditScreen]:
    """Who did what."""
    from salesdesk.ui.audit.screen import AuditScreen

    return AuditScreen


def doctor_screen() -> type[DoctorScreen]:
    """What breaks the rules."""
    from salesdesk.ui.doctor.screen import DoctorScreen

    return DoctorScreen


def settings_screen() -> type[SettingsScreen]:
    """What everybody shares, and one's own."""
    from salesdesk.ui.settings.screen import SettingsScreen

    return SettingsScreen


# --- dialogs --------------------------------------------------------------------------------------


def palette() -> type[PaletteDialog]:
    """Find: customers, screens and commands."""
    from salesdesk.ui.shell.palette import PaletteDialog

    return PaletteDialog


def contact_dialog() -> type[ContactDialog]:
    """The contact form."""
    from salesdesk.ui.contacts.dialog import ContactDialog

    return ContactDialog


def customer_dialog() -> type[CustomerDialog]:
    """The form of a customer."""
    from salesdesk.ui.customer.form_dialog import CustomerDialog

    return CustomerDialog


def erase_dialog() -> type[EraseDialog]:
    """Erasing what SalesDesk keeps of a customer."""
    from salesdesk.ui.customer.erase_dialog import EraseDialog

    return EraseDialog


def outbox_dialog() -> type[OutboxDialog]:
    """The contacts that wait on this computer."""
    from salesdesk.ui.contacts.outbox_dialog import OutboxDialog

    return OutboxDialog


def whatsapp_popover() -> type[WhatsAppPopover]:
    """A message from a template."""
    from salesdesk.ui.templates.popover import WhatsAppPopover

    return WhatsAppPopover


def templates_dialog() -> type[TemplatesDialog]:
    """The list of message templates."""
    from salesdesk.ui.templates.manage_dialog import TemplatesDialog

    return TemplatesDialog


def template_dialog() -> type[TemplateDialog]:
    """The form of a message template."""
    from salesdesk.ui.templates.manage_dialog import TemplateDialog

    return TemplateDialog


def help_dialog() -> type[HelpDialog]:
    """The guides."""
    from salesdesk.ui.help.dialog import HelpDialog

    return HelpDialog


def shortcuts_dialog() -> type[ShortcutsDialog]:
    """Every command with its shortcut."""
    from salesdesk.ui.shell.shortcuts_dialog import ShortcutsDialog

    return ShortcutsDialog


def about_dialog() -> type[AboutDialog]:
    """Which program this is."""
    from salesdesk.ui.shell.about_dialog import AboutDialog

    return AboutDialog


def export_dialog() -> type[ExportDialog]:
    """Writing a table into a file."""
    from salesdesk.ui.exporting.dialog import ExportDialog

    return ExportDialog


def profile_dialog() -> type[ProfileDialog]:
    """The form of a saved connection."""
    from salesdesk.ui.start.profile_dialog import ProfileDialog

    return ProfileDialog


def import_wizard() -> type[ImportWizard]:
    """Bringing customers in from a file; with it come the readers of spreadsheets."""
    from salesdesk.ui.importing.wizard import ImportWizard

    return ImportWizard


#: What a person may want any moment: imported once the window is quiet, one after another. All of
#: it is small; what is not, charts and the readers of spreadsheets, waits to be wanted.
SOON = (contact_dialog, customer_dialog, palette, reminders_dialog)
