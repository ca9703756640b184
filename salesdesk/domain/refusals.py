"""Why something was refused: every reason with its English text, in one table.

A refusal carries its reason as a code and values. The command line and the log write `english`; the
window translates the text and shows the values as its language does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any, TypeAlias

from salesdesk.domain.texts import filled


class Why(Enum):
    """A reason; its value is the English text, its name the code, which stays as it is."""

    # What anybody may meet
    NEEDS_PERMISSION = (
        "You may not do this: it needs the permission “{permission}”, which an administrator can "
        "give to your role."
    )
    NEEDS_A_PERSON = "This needs a person who is signed in."
    TEXT_UNSTORABLE = "A text holds a character that cannot be stored."
    TOO_LONG = "{what} is too long: {length} characters, at most {most}."
    UNPRINTABLE = "{what} holds a character that cannot be printed."
    THE_NAME = "The name"
    THE_COMPANY = "The company"
    THE_ADDRESS = "The address"
    THE_NOTE = "The note"
    THE_REASON = "The reason"
    THE_TITLE = "The title"
    THE_TEXT = "The text"
    NO_NAME = "The name is missing."
    COLUMN_CHARACTERS = "The database cannot store one of these characters."
    COLUMN_LENGTH = "A text is too long for the database."
    COLUMN_DATE = "The database cannot store this date."
    COLUMN_NUMBER = "A number is too large for the database."
    COLUMN_VALUE = "The database does not know one of these values."
    LOOKED_FOR_CHARACTERS = "The database cannot look for one of these characters."
    CLOSING = "SalesDesk is closing; this was not finished."
    NO_DISPLAY = (
        "There is no display to open a window on. The commands work without one (salesdesk "
        "--help), and salesdesk --demo draws its window into a picture."
    )
    WORDED = "{text}"
    SEVERAL = "{reasons}"
    UNEXPECTED = "An unexpected error occurred here."

    # Customers
    CUSTOMER_GONE = "This customer is gone: it was deleted by another application in the meantime."
    CUSTOMER_CHANGED = "Somebody else changed this customer in the meantime."
    ADDRESS_TOO_LONG = "The address is too long."
    NO_PHONE = "The phone number is missing."
    NOT_CALLABLE = "This is not a phone number that can be called."
    PHONE_TOO_LONG = "The phone number is longer than {most} characters."
    NUMBER_CUT = "A spreadsheet has cut digits off this number ({text}); type it again as text."
    NUMBER_FRACTION = "“{text}” is a figure with a fraction and no phone number."
    NUMBER_WITH_LETTER = "A letter stands among the digits of “{text}”."
    NUMBER_PLACEHOLDER = "“{text}” is a placeholder and no number."
    NUMBER_NOT_CALLABLE = "“{text}” is not a phone number that can be called."
    NUMBER_TOO_SHORT = "“{text}” has too few digits for a phone number."
    SEVERAL_NUMBERS = "This field holds one number, and here are {number}: {told}. Keep one."
    MORE_THAN_A_NUMBER = (
        "This field holds one number, and beside {first} stands more: “{text}”. Keep one."
    )
    NUMBER_OF_AVAILABLE = "This number already belongs to {customer}, who is available to claim."
    NUMBER_OF_OWNED = "This number already belongs to {customer}, who is bound to {owner}."
    WITHOUT_A_NAME = "a customer without a name"
    NO_CUSTOMER_CHANGE = "There is no change of a customer to take back."
    FIELDS_CHANGED = "Somebody else changed {fields} in the meantime."
    FIELD_NAME = "the name"
    FIELD_PHONE = "the phone number"
    FIELD_ADDRESS = "the address"
    FIELD_COMPANY = "the company"
    FIELD_SOURCE = "the source"
    FIELD_STATUS = "the status"
    FIELD_METHOD = "how it was"
    FIELD_OUTCOME = "how it went"
    FIELD_WHEN = "when it was"
    FIELD_NOTE = "the note"
    FIELD_NEXT_STEP = "the next step"
    ORDER_TOO_SLOW = (
        "This order is offered for fewer than {most} customers: narrow the list with a filter "
        "first."
    )
    COPY_TOO_MANY = (
        "At most {most} customers are copied at once: more need the permission “{permission}”, "
        "which an administrator can give to your role. Choose fewer."
    )

    # Stages
    ORDERED_BY_ORDER = (
        "A customer is ordered while an order is pending or confirmed: make the order."
    )
    WON_BY_ORDER = "A customer is won when an order is completed; it cannot be moved there."
    FIXED_BY_ORDER = (
        "This customer is {stage} because of an order; it can be moved again when that order "
        "counts no more."
    )
    MOVED_BY = "{by} moved this customer from {seen} to {stands} meanwhile; nothing was changed."
    MOVED_BY_SOMEBODY = (
        "Somebody moved this customer from {seen} to {stands} meanwhile; nothing was changed."
    )

    # Owners, the pool and protection
    YOURS_ALREADY = "You already have this customer."
    YOURS_SINCE = "You already have this customer since {day}."
    OWNED_BY = "{name} has this customer."
    OWNED_SINCE = "{name} has this customer since {day}."
    AVAILABLE_BY_NOW = "This customer is available by now."
    HAS_IT_ALREADY = "{name} already has this customer."
    MAY_NOT_HOLD = "{name} may not hold customers: that needs a role with “{permission}”."
    CLAIMS_USED_UP = (
        "You have claimed {number} customers today, and {most} a day are allowed. You may claim "
        "again from {allowed} office time."
    )
    HOLDS_ENOUGH = (
        "You have {number} customers, and {most} are allowed. You may claim again as soon as you "
        "have fewer."
    )
    AGENT_HOLDS_ENOUGH = "{name} has {number} customers, and {most} are allowed."
    COOLING_OFF = (
        "This customer was yours until {ended} office time. A former owner may claim it again "
        "after {days} days, from {allowed} office time."
    )
    NOTHING_TO_PROTECT = "This customer is available: there is no binding to protect."
    NOT_PAUSED = "This absence is over already."
    NOT_PROTECTED = "This customer is not protected any more."
    PROTECTION_CHANGED = "This customer's protection was changed or ended meanwhile."
    NO_PROTECTION_CHANGE = "There is no change of a protection to take back."
    PROTECTION_IN_PAST = "The protection has to end in the future."
    PROTECTION_TOO_LONG = "A protection may last ten years at most."
    PROTECTION_WITHOUT_REASON = "A protection needs a reason."
    ASIDE_WITHOUT_REASON = "Choose a reason or write one."
    IS_SET_ASIDE = "This customer is set aside, and not distributed."
    NOT_ASIDE = "This customer is not set aside any more."
    ASIDE_CHANGED = "Somebody set this customer aside or took it back meanwhile."
    NO_ASIDE_CHANGE = "There is nothing to take back: the customer was not set aside."
    NO_RELEASE = "There is no release to take back."
    TAKEN_SINCE_RELEASE = (
        "Somebody had this customer since that release, so it is not taken back any more."
    )
    RELEASE_NOT_HELD = "This release is held no more: it was confirmed or replaced meanwhile."
    RELEASE_NEEDS_PERSON = (
        "A held release is confirmed by a person with the permission “{permission}”."
    )

    # Contacts and next steps
    CONTACT_GONE = "This contact is gone: somebody deleted it in the meantime."
    CONTACT_DELETED_BY = "This contact is gone: {name} deleted it."
    CONTACT_DELETED_YOURSELF = "This contact is gone: you deleted it yourself."
    CONTACT_CHANGED_BY = "{by} changed this contact meanwhile, so it stays."
    CONTACT_CHANGED = "Somebody else changed this contact meanwhile, so it stays."
    CONTACT_OF_ANOTHER = "This contact is somebody else's: only a lead may change it."
    CONTACT_TOO_OLD = (
        "Your own contacts may be changed for {hours} hours; after that only a lead may."
    )
    CONTACT_IS_BACK = "This contact is there again already."
    NO_DELETED_CONTACT = "There is no deleted contact to bring back."
    CONTACT_IN_FUTURE = "A contact cannot lie in the future."
    TOO_LONG_AGO = "This date is too long ago to be meant."
    NOTE_TOO_LONG = "The note is too long."
    NOTE_UNPRINTABLE = "The note holds a character that cannot be printed."
    STEP_IN_PAST = "The next step cannot lie in the past."
    STEP_TOO_LATE = "The next step lies after {year}."
    STEP_CHANGED = "This customer's next step was changed meanwhile."
    NO_STEP_CHANGE = "There is no change of a next step to take back."

    # People, roles and accounts
    NEEDS_UPGRADE_ACCOUNT = (
        "This needs the database account with which SalesDesk's tables are upgraded: one that "
        "may create and alter tables."
    )
    NAME_THE_ACCOUNT = "Name the database account that stands for the person."
    PEOPLE_MADE_ELSEWHERE = "People of the company's database are made by the booking application."
    NO_SUCH_ROLE = "There is no role “{role}”."
    NO_EMAIL = "“{typed}” is no e-mail address such as rina@company.com."
    NO_ACCOUNT_WITH_HOST = (
        "“{typed}” is not a database account with its host, such as rina@% or rina@10.0.0.5. "
        "Signed in with it, SELECT CURRENT_USER() tells it exactly."
    )
    ACCOUNT_TOO_LONG = "This is longer than the name of a database account."
    NO_ACTIVE_ROLE = "There is no active role “{role}”. There are: {known}."
    PERSON_REMOVED = "This person was removed in the meantime."
    LIST_ACCOUNT_TAKEN = "The account {account} stands for somebody else; take it away there first."
    NOBODY_WITH_NUMBER = "No customer has the number or the id “{typed}”."
    NOBODY_WITH_EMAIL = "There is nobody with the address {email}."
    NO_ADDRESS_GIVEN = "No address is given: say whose role or account it is."
    SEVERAL_WITH_EMAIL = (
        "{number} people have the address {email}. Name the one who is meant by the id: {ids}."
    )
    HAS_NO_ROLE = "{name} has no SalesDesk role."
    ROLE_OPENS_NOTHING = (
        "The role “{role}” of this database is inactive or lacks the permission “{permission}”."
    )
    NOBODY_CHOSEN = "Choose who you are."
    NO_LONGER_A_USER = "This person is no longer among the users; an administrator can tell why."
    ACCOUNT_WITHOUT_NAME = (
        "You are signed in to the database without a name. SalesDesk needs an account that is "
        "one person's alone."
    )
    ACCOUNT_BY_PROXY = (
        "The server took another account for yours (a proxy). SalesDesk needs an account that is "
        "one person's alone."
    )
    WORKSPACE_HAS_NO_ACCOUNTS = (
        "A workspace has no database accounts: its file belongs to one user."
    )
    NO_ACCOUNT = "This is not the name of a database account."
    ONLY_WHAT_YOU_HAVE = "You can give only what you have yourself; you lack: {names}."
    ACCOUNT_OF_NOBODY = "The account {account} stands for nobody."
    ROLE_NAME_MISSING = "Give the role a name."
    ROLE_NAME_LONG = "A role's name has at most {most} characters."
    ROLE_EXISTS = "There is a role “{name}” already."
    PERSON_ROLE_CHANGED = "Somebody else changed the role of {name} meanwhile."
    ROLE_GONE = "This role is gone: the booking application removed it."
    ROLE_CHANGED = "Somebody else changed the role “{name}” meanwhile."
    NEEDS_ADMINISTRATOR = (
        "There is an administrator already, so this needs one who is signed in: run it with the "
        "database account of somebody who may manage people (in a workspace: with --as EMAIL). "
        "If none of them can sign in any more: salesdesk people recover"
    )
    LAST_ADMINISTRATOR = (
        "Nobody who can sign in would be left to manage people. Make somebody else an "
        "administrator first."
    )
    SIGN_IN_WRONG = "This address and password do not go together."
    WRONG_CODE = (
        "This code is not good: it was typed otherwise, is used up, or is older than a day. An "
        "administrator can make another one."
    )
    TRIES_A_MINUTE = "Too many wrong passwords in a row. Try again in a minute."
    TRIES_MINUTES = "Too many wrong passwords in a row. Try again in {minutes} minutes."
    SIGN_IN_SHORT = "A password has at least {least} characters."
    SIGN_IN_LONG = "A password has at most {most} characters."
    SIGN_IN_REPEATS = "This password repeats the same few characters."
    SIGN_IN_IS_NAME = "This password is your name or address."
    HAS_NO_SIGN_IN = "{name} has no password here."
    ACCOUNT_IS_OWN = (
        "The database account “{account}” is {name}'s own: nobody else signs in with it. Choose "
        "“An account per person” for this connection."
    )
    FIREBASE_AWAY = "Firebase cannot be reached."
    FIREBASE_UNREADABLE = "Firebase's answer cannot be read."
    FIREBASE_OUT_OF_ORDER = "Firebase is out of order."
    FIREBASE_KEYS_AWAY = "Firebase's keys cannot be fetched."
    FIREBASE_NOT_SET = (
        "No Firebase project is set. An administrator enters it in the settings, Sign-in."
    )
    FIREBASE_NO_USER = (
        "Firebase knows you, but nobody among the users of this database has your uid."
    )
    FIREBASE_DISABLED = "This account was disabled by an administrator of the booking application."
    FIREBASE_TOO_MANY = (
        "Firebase takes no more tries for now: too many went wrong. Wait a few minutes."
    )
    FIREBASE_NO_ADDRESS = "This is no e-mail address."
    FIREBASE_ANEW = "Firebase asks for the password anew."
    FIREBASE_MISCONFIGURED = (
        "Firebase does not know the project's key, or does not let people sign in by password. An "
        "administrator mends it in the settings, Sign-in."
    )
    FIREBASE_UNSIGNED = (
        "The answer is not signed by Firebase: something between this computer and Firebase may "
        "have changed it."
    )
    FIREBASE_EXPIRED = (
        "Firebase's answer has expired, or is of the future: the clock of the database's server "
        "may be wrong."
    )
    FIREBASE_OTHER = (
        "Firebase's answer is not of the project “{project}” or of this person. An administrator "
        "mends project and key in the settings, Sign-in."
    )
    UNKNOWN_ACCOUNT = (
        "The database account “{account}” does not stand for anybody yet. An administrator must "
        "run: salesdesk people map {quoted} EMAIL"
    )
    SIGN_IN_NOT_KEPT = "The password is not kept on this computer."

    # Settings, repairs and the database
    BREACH_ONLY_LISTED = (
        "“{kind}” is only listed, for a person to decide. {remedy} Kinds that can be mended: "
        "{kinds}."
    )
    NO_SUCH_BREACH = "The doctor knows no “{kind}”. Kinds that can be mended: {kinds}."
    REPAIR_NEEDS_ADMINISTRATOR = (
        "There is an administrator already, so a repair needs one who is signed in."
    )
    NO_SUCH_SETTING = "There is no setting “{key}”."
    SETTING_VALUE = "{key}: {fault}."
    SETTING_IS = "{key}: {fault}"
    RELEASES_STOPPED = "Nobody is released until this setting is mended: {faults}."
    DATABASE_NOT_EMPTY = (
        "This database is not empty: it has {tables}. For the booking application's own database "
        "run: salesdesk db upgrade"
    )
    DATABASE_COMPLETE = "This database has all tables already."
    SCHEMA_BEHIND = (
        "SalesDesk's own tables are missing or older than this program. An administrator must run: "
        "salesdesk db upgrade"
    )
    TABLES_LACKING = (
        "This database lacks tables of the booking application, or this account may not see them: "
        "{tables}. For an empty database an administrator runs: salesdesk db init"
    )
    COLUMNS_LACKING = (
        "The booking application's tables lack columns that SalesDesk needs: {columns}"
    )
    SUMMARIES_UNFILLED = (
        "The customers' summaries, by which lists are read, are not all made yet. An administrator "
        "must run: salesdesk db upgrade"
    )
    PROGRAM_TOO_OLD = "This database needs SalesDesk {lowest} or newer; this is {version}."
    SERVER_TOO_OLD = "This server ({version}) is older than {lowest}, the oldest one supported."
    EVENTS_COPIED = (
        "Making room for long notes copies about {number} events: some {seconds} seconds. "
        "Meanwhile whatever people save waits."
    )
    UPGRADE_NEEDS_RIGHTS = (
        "This database account lacks a right that this step needs: it makes SalesDesk's tables, "
        "and reads, fills and changes them and the roles' permissions. An administrator must "
        "either run “salesdesk db {step}” with an account that may, or grant all of it first and "
        "run it again: {statement}"
    )
    INDEXES_NEED_RIGHTS = (
        "This database account may not make indexes. An administrator must either run “salesdesk "
        "db indexes --apply” with an account that may, or grant it first: {statement}"
    )
    SAMPLE_INTO_EMPTY = (
        "This database holds customers or restaurants already. Sample data is written into an "
        "empty one only, so that it cannot get mixed up with real customers."
    )
    SAMPLE_IS_OPEN = "The sample workspace is open in another window of SalesDesk; close it first."
    SAMPLE_UNUSABLE = (
        "The sample workspace cannot be used. {fault} To have it made anew: salesdesk --demo "
        "--fresh"
    )
    SETTING_CHANGED = "Somebody else changed this meanwhile."
    NOTHING_TO_CHANGE = "Nothing is to be changed."
    NOT_WHOLE = "“{text}” is not a whole number"
    OUT_OF_BOUNDS = "{value} is not between {lowest} and {highest}"
    NO_CHOICE = "“{text}” is none of: {choices}"
    NOT_LIKE = "“{text}” does not look like {example}"
    NO_ZONE = "“{text}” is not the name of a time zone, such as Asia/Jakarta"
    STANDS_TWICE = "it stands there twice, as {texts}"

    # The file with this computer's connections
    FILE_OF_CONNECTIONS = (
        "The settings in {file} cannot be read ({fault}). They are kept as {kept}; SalesDesk "
        "starts without them."
    )
    IT_LACKS = "it lacks {key}"
    OTHER_VERSION = "its version is {version}, this SalesDesk reads {known}"
    LANGUAGE_UNKNOWN = "there is no language “{language}”"
    NO_LIST = "“{key}” is no list"
    NO_LIST_OF_NAMES = "“{key}” is no list of names"
    NO_TABLE = "“{key}” is no table"
    NO_NUMBER = "“{key}” is no number"
    NO_TEXT_THERE = "“{key}” is no text"
    NO_KIND = "“{kind}” is no kind of connection"

    # The connection
    NO_HOST = "The server's name is missing."
    PORT_RANGE = "The port is a number from 1 to 65535."
    NO_DATABASE_NAME = "The name of the database is missing."
    NO_ACCOUNT_NAME = "The name of the database account is missing."
    NO_CERTIFICATE = "A pinned certificate needs its file."
    NO_SUCH_FILE = "There is no such file."
    URL_UNREADABLE = (
        "The database URL cannot be read. It looks like mysql://user@host:3306/name or "
        "sqlite:///file."
    )
    URL_OF_ANOTHER_KIND = "“{kind}” is not a database that SalesDesk knows; use mysql or sqlite."
    URL_WITHOUT_DATABASE = "The database URL names no database: mysql://user@host:3306/name"
    URL_OPTIONS = (
        "The database URL has options that SalesDesk does not take from it: {options}. How to "
        "encrypt is a choice of its own."
    )
    CERTIFICATE_UNREADABLE = "The certificate {name} cannot be read."
    HOST_ALONE = "Name the server alone, such as db.company.com."

    # Message templates
    NO_TITLE = "The title is missing."
    NO_SUCH_LANGUAGE = "The language is unknown."
    NO_TEXT = "The text is missing."
    NO_SUCH_FIELD = "“{text}” is no field. The fields are {fields}."
    TEMPLATE_CHANGED = "Somebody else changed this template in the meantime. Look at it again."

    TEMPLATES_REORDERED = "Somebody else ordered the templates in the meantime. Look again."

    # Targets
    NO_SUCH_AGENT = "There is no agent “{text}”, or several are called so."
    TARGET_BOUNDS = "A target is a whole number from 1 to {highest}, or nothing."
    WEEK_BELOW_DAY = "A week cannot ask for fewer contacts than a day."
    NO_TARGET = "Enter a number of contacts."
    TARGET_CHANGED = "Somebody else set this target in the meantime. Look at it again."

    # Duplicates
    SAME_CUSTOMER = "These are one and the same customer."
    LINKED_ALREADY = "{name} is linked to another customer already. Look again."
    STANDS_FOR_OTHERS = (
        "{name} stands for other customers. Take these apart first, or let {name} stay."
    )
    LINKED_AS_ONE = "These customers are linked as one. Take them apart first."
    NOT_LINKED = "These customers are not linked any more."
    NOT_DIFFERENT = "Nobody says any more that these customers are different."
    NUMBER_STANDS_TWICE = "This number cannot be written a second time. Keep the other one."
    HIDDEN_BY_LINK = "This customer is linked as one with {name}. Open that one."

    # Backups
    BACKUP_UNUSABLE = "{name} is damaged, or no workspace of SalesDesk's."
    NO_WORKSPACE = "This file is no workspace of SalesDesk's."
    BACKUP_CANNOT_BE_USED = "This file cannot be used. {fault}"
    WORKSPACE_OPEN = "The workspace is open in another window of SalesDesk; close it first."
    BACKUP_IS_NO_WORKSPACE = "{name} is no workspace of SalesDesk's."
    ONLY_A_WORKSPACE = (
        "Only a workspace is backed up by SalesDesk. A company's database is backed up on its "
        "server: see “Backup” in the guide for administrators (docs/administrators.md)."
    )
    BACKUP_INTO_ITSELF = "A backup needs a file of its own, not the workspace itself."
    BACKUP_IS_WORKSPACE = "This is the workspace itself, not a backup of it."

    # Exports
    EXPORT_STOPPED = "The export was stopped; no file was written."
    PICTURE_NOT_WRITTEN = "“{path}” cannot be written: {fault}."
    DISK_FULL = (
        "The disk is full: {file} was not written. Free some space, or choose another folder."
    )
    FILE_LOCKED = (
        "{file} may not be written: it is open in another program, or the folder is not yours. "
        "Close it, or choose another name."
    )
    NO_FOLDER = "There is no folder {folder}."
    FOLDER_IN_THE_WAY = "{file} is a folder; choose another name."
    FILE_NOT_WRITTEN = "{file} cannot be written: {fault}."

    # Imports
    FILE_ENCODING_UNKNOWN = "There is no encoding {encoding}."
    FILE_NOT_IN_ENCODING = "{name} cannot be read as {encoding}."
    FILE_EMPTY = "{name} is empty."
    FILE_TOO_LARGE_FOR = (
        "{name} is too large: {size} MB, at most {most} MB. Split it, or save only the table."
    )
    FILE_IS_FOLDER = "{name} is a folder; choose a file."
    FILE_GONE = "{name} is not there any more."
    FILE_MAY_NOT_BE_READ = (
        "{name} may not be read: it is open in another program, or it is not yours. Close it "
        "there, or save a copy."
    )
    FILE_UNREADABLE = "{name} cannot be read: {fault}."
    MAPPING_SHAPE = "The mapping is an object with “columns”, “dates” and “duplicates”."
    MAPPING_LACKS_PHONE = "Choose the column with the phone number: customers are told apart by it."
    MAPPING_LACKS_NAME = "Choose the column with the name, or with the company."
    MAPPING_NO_JSON = "The mapping is no JSON: {fault}."
    MAPPING_DOES_NOT_FIT = (
        "The mapping does not fit: {fault}. Fields are {fields}; dates are {orders}; duplicates "
        "are {duplicates}; methods are {methods}; outcomes are {outcomes}."
    )
    REJECTS_NOT_WRITTEN = "The rejected rows cannot be written to {name}: {fault}."
    COLUMN_GONE = "The file has no column “{column}” any more."
    FILE_WITHOUT_LINES = "{name} has no lines below its titles."
    FILE_WITHOUT_TITLES = "{name} has no line {line} with titles."
    FILE_BEGINS_EMPTY = "{name} holds nothing in its first lines."
    TITLES_UNREADABLE = "The titles in line {line} cannot be read: {fault}"
    TOO_MANY_COLUMNS = (
        "The table has {number} columns, at most {most} can be imported. Check the separator, or "
        "leave out what is not needed."
    )
    TOO_MANY_LINES = "The table has more than {most} lines; split it."
    LINE_TOO_LONG = "Line {line} is longer than {most} characters; this is no table."
    NO_SUCH_IMPORT = "There is no import of this number."
    IMPORT_TAKEN_BACK = "This import was taken back in the meantime."
    IMPORT_IS_ANOTHER = "This import was taken back, or its file was changed, in the meantime."
    WORKBOOK_OLD = (
        "{name} is an old workbook (.xls) or has a password. Save it as .xlsx without one, or as "
        ".csv."
    )
    WORKBOOK_WITHOUT_SHEET = "{name} has no sheet."
    SHEET_TOO_FAR = (
        "A sheet reaches to row {rows} and column {columns}: too far for a table of customers "
        "(at most {most_lines} lines and {most_columns} columns). A cell far outside the table "
        "may be the reason; copy the table into a new sheet."
    )
    NO_SUCH_SHEET = "{name} has no sheet “{sheet}”."
    WORKBOOK_LOCKED = "{name} has a password; save it without one."
    FILE_DAMAGED_BY = "{name} is damaged: {fault}."
    WORKBOOK_PACKED_WRONG = "{name} is damaged: it cannot be unpacked."
    FILE_TOO_LARGE = "{name} is too large."
    WORKBOOK_DAMAGED = "{name} is damaged."
    WORKBOOK_UNPACKS_TOO_MUCH = (
        "{name} unpacks to more than {most} MB: too much for a table of customers. Save only the "
        "table, as .csv."
    )
    NO_WORKBOOK = "{name} is no workbook (.xlsx)."
    WORKBOOK_2003 = (
        "{name} is a workbook of the year 2003 (XML). Open it in a spreadsheet program and save "
        "it as .xlsx."
    )
    PAGE_WITHOUT_TABLE = "{name} is a web page without a table."
    PAGE_TOO_LARGE = "{name} is a web page of more than 32 MB; save it as .xlsx or .csv."
    CARD_TOO_LONG = "The card in line {line} is longer than a card can be."
    IMPORT_STOPPED = (
        "The import was stopped after {done} lines. Run again, it goes on from there; or take "
        "back what is in."
    )
    FILE_IS_PDF = "{name} is a PDF. Save the list as .xlsx or .csv where it was made."
    FILE_IS_PICTURE = "{name} is a picture."
    FILE_IS_ARCHIVE = "{name} is an archive; unpack it and choose the file in it."
    FILE_IS_TEXT = "{name} is a text document. Copy its table into a spreadsheet."
    FILE_IS_DATABASE = "{name} is a database."
    FILE_IS_CALENDAR = "{name} is a calendar and holds no customers."

    # Lines and cells of an import
    IN_COLUMN = "Column “{column}”: {reason}"
    NEW_WITHOUT_NAME = "The name of a new customer is missing."
    REPEATS_TITLES = "This line repeats the titles."
    OPEN_QUOTES = "A quotation mark in this cell is open or out of place."
    CARD_UNREADABLE = "This card cannot be read: {fault}"
    CONTACT_THERE = "This contact of the customer is there already."
    SAME_NUMBER_AS_LINE = "Line {line} has the same phone number."
    NUMBER_OF = "The number already belongs to {customer}."
    NUMBER_OF_AND_FULL = "The number already belongs to {customer}, and nothing is empty there."
    CELL_UNREADABLE = "A character cannot be read in this encoding."
    CELL_CUT = "Too long: {length} characters, cut to {most}."
    CELL_CUT_BYTES = "Too long: cut to {most} bytes."
    CELLS_BEYOND = "This line has more cells than there are titles: “{text}”."
    CELL_NO_NUMBER = "“{text}” is no phone number."
    CELL_NO_DATE = "“{text}” is no date in the order {order}."
    CELL_NO_TIME = "“{text}” is no time."
    DAY_MONTH_YEAR = "day, month, year"
    MONTH_DAY_YEAR = "month, day, year"
    YEAR_MONTH_DAY = "year, month, day"
    STEP_OUTSIDE = "The next step lies outside {first} to {last}."
    STEP_BEFORE_CONTACT = "The next step lies before its contact."
    NOTE_WITHOUT_DATE = "The contact has no date, so its note is left out."
    CELL_NO_WORD = "“{text}” is none of our words and is left out."
    CELL_NO_OWNER = "“{text}” is nobody who can hold customers."
    CELL_OWNER_RIGHT = "You may not assign customers, so “{text}” does not become the owner."
    CONTACT_WITHOUT_DATE = "“{text}” belongs to a contact without a date, which is left out."
    CONTACT_DATE_ALONE = "The date has no method, outcome or note beside it and makes no contact."
    CONTACT_WITHOUT_METHOD = "The contact names no method and is left out."
    CONTACT_WITHOUT_OUTCOME = "The contact names no outcome and is left out."

    # What about an import a person should know
    WORDS_AND_MORE = "{words} and {number} more"
    COLUMNS_UNUSED = "Columns that are not imported: {columns}."
    DATES_EITHER_WAY = (
        "Column “{column}”: dates such as {word} can be read in two ways: {first} or {second}. The "
        "first is taken; say which is meant."
    )
    DATES_SWAPPED = (
        "Column “{column}”: some dates are text and some are real dates. {word} may have been "
        "meant as {reading}: the program that opened the list may have taken days for months."
    )
    WORDS_UNKNOWN = "Column “{column}”: {words} is none of our words and is left empty."
    PEOPLE_UNKNOWN = (
        "Column “{column}”: nobody, or more than one, is called {words}; the contacts are credited "
        "to you, with the name in the note."
    )
    OWNERS_UNKNOWN = (
        "Column “{column}”: no agent is called {words}; these customers are in the pool."
    )
    MAY_NOT_ASSIGN_ONE = (
        "Column “{column}”: you may not assign customers, so 1 customer stays in the pool."
    )
    MAY_NOT_ASSIGN = (
        "Column “{column}”: you may not assign customers, so {number} customers stay in the pool."
    )
    DATE_ALONE = (
        "Column “{column}”: 1 date has neither a method nor an outcome nor a note beside it and no "
        "contact is made of it; say if it is the last contact."
    )
    DATES_ALONE = (
        "Column “{column}”: {number} dates have neither a method nor an outcome nor a note beside "
        "it and no contact is made of it; say if it is the last contact."
    )
    WITHOUT_METHOD_ONE = (
        "1 contact names no method that is known and cannot come in; say which it was."
    )
    WITHOUT_METHOD = (
        "{number} contacts name no method that is known and cannot come in; say which it was."
    )
    WITHOUT_OUTCOME_ONE = (
        "1 contact names no outcome that is known and cannot come in; say which it was."
    )
    WITHOUT_OUTCOME = (
        "{number} contacts name no outcome that is known and cannot come in; say which it was."
    )
    NOTE_OF_NO_CONTACT = (
        "Column “{column}”: 1 note belongs to no contact, since the file has no date of one."
    )
    NOTES_OF_NO_CONTACT = (
        "Column “{column}”: {number} notes belong to no contact, since the file has no date of one."
    )
    SHEETS_UNREAD = "Other sheets hold customers too and are not read: {sheets}."
    HIDDEN_ROW = "1 hidden row of the workbook is left out."
    HIDDEN_ROWS = "{number} hidden rows of the workbook are left out."
    NUMBERS_SHARED = (
        "Somebody else has {numbers} already: another number of these customers is their first."
    )

    # Why a customer stays when an import is taken back
    HAS_AN_ORDER = "It has an order."
    IMPORTED_CONTACT_CHANGED = "Somebody changed an imported contact since."
    OTHERS_LOGGED = "Somebody else logged a contact."
    OTHERS_HAD_IT = "Somebody had it since."
    OTHERS_OWN_IT = "Somebody is its owner."
    OTHERS_WORKED_ON_IT = "Somebody worked on it since."


class Count(int):
    """How many of something, written with its thousands apart; any other number is as it stands."""


class Word(str):
    """A word of the domain by its value, where what it was of is not known any more."""

    __slots__ = ()


class Sentence(str):
    """A sentence that has its translation in a group of its own: of an outage, of the doctor.

    Attributes:
        group: the group's name.
    """

    __slots__ = ("group",)
    group: str

    def __new__(cls, text: str, group: str) -> Sentence:
        made = super().__new__(cls, text)
        made.group = group
        return made


#: A day or a moment is of the office. A word of the domain (`StrEnum`) is a stage, a status
#: or a permission.
Value: TypeAlias = "str | int | date | datetime | StrEnum | Why | Reason | tuple[Why | Reason, ...]"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its values, by name."""

    why: Why
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, why: Why, /, **values: Value) -> Reason:
        """The reason with these values."""
        return cls(why, tuple(values.items()))

    @property
    def english(self) -> str:
        """The text for the command line and the log."""
        return filled(self.why.value, {name: _english(value) for name, value in self.values})

    def to_dict(self) -> Mapping[str, object]:
        """The reason as JSON takes it, for another process or to be kept; see `from_dict`."""
        return {"why": self.why.name, "values": {k: _packed(v) for k, v in self.values}}

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> Reason:
        """The reason that `to_dict` was asked of.

        Raises:
            ValueError: another version of SalesDesk wrote it, or it is none.
        """
        try:
            values = kept["values"].items()  # type: ignore[attr-defined]
            return cls.of(Why[str(kept["why"])], **{str(k): _unpacked(v) for k, v in values})
        except (KeyError, AttributeError, TypeError) as fault:
            raise ValueError("this is no reason") from fault


def _english(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{value:%d %B %Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:%d %B %Y}"
    if isinstance(value, tuple):
        return separator(value).join(map(_english, value))
    if isinstance(value, Reason):
        return value.english
    if isinstance(value, Enum):
        return str(value.value)
    return f"{value:,}" if isinstance(value, Count) else str(value)


def separator(values: tuple[Why | Reason, ...]) -> str:
    """What stands between several: sentences follow one another, words and clauses are a list."""
    reasons = [one for one in values if isinstance(one, Reason)]
    if not reasons:
        return ", "
    return " " if reasons[0].english.endswith(".") else "; "


def _packed(value: Value) -> object:
    """A text or a number as itself, anything else beside its kind."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple):
        return {"several": [_packed(one) for one in value]}
    if isinstance(value, Reason):
        return value.to_dict()
    if isinstance(value, Why):
        return {"named": value.name}
    if isinstance(value, Sentence):
        return {"sentence": str(value), "group": value.group}
    if isinstance(value, StrEnum | Word):
        return {"word": str(value)}
    return {"count": int(value)} if isinstance(value, Count) else value


def _unpacked(kept: object) -> Any:
    match kept:
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"several": list(kept_ones)}:
            return tuple(map(_unpacked, kept_ones))
        case {"why": why, "values": values}:
            return Reason.from_dict({"why": why, "values": values})
        case {"named": str(name)}:
            return Why[name]
        case {"word": str(text)}:
            return Word(text)
        case {"sentence": str(text), "group": str(group)}:
            return Sentence(text, group)
        case {"count": int(number)}:
            return Count(number)
        case str() | int():
            return kept
    raise ValueError("this is no value of a reason")
