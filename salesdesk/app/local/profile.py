"""What this user set up on this computer: connections, and the language.

Kept in one TOML file that is written whole or not at all. A file that cannot be read is put
aside as `.bad` with a sentence about it, and never overwritten.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import tomli_w

from salesdesk.app.local.paths import write_whole
from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.events import new_id
from salesdesk.domain.refusals import Reason, Value, Why
from salesdesk.domain.sign_in import SignInWay
from salesdesk.storage.db.tls import Tls

VERSION = 1
STANDARD_PORT = 3306


LANGUAGES = ("en", "id")

#: Names a database in place of the profiles.
URL_VARIABLE = "SALESDESK_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class WorkspaceProfile:
    """A workspace: one file on this computer.

    Attributes:
        person: uid of who was chosen last; None: nobody yet.
    """

    id: str
    name: str
    file: Path
    person: str | None = None

    @property
    def way(self) -> SignInWay:
        """Whoever opens the file chooses who they are."""
        return SignInWay.ACCOUNT


@dataclass(frozen=True, slots=True)
class ServerProfile:
    """A company's MySQL or MariaDB.

    Attributes:
        hosts: tried in this order, the same on every desktop of a cluster.
        ca: the certificate to trust, for pinned (and, if it is a company's own, verified) TLS.
        way: who somebody is: by the account, or on a shared one by a password of their own.
        email: the address that was signed in with last, on a shared account.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    database: str
    user: str
    port: int = STANDARD_PORT
    tls: Tls = Tls.VERIFIED
    ca: Path | None = None
    way: SignInWay = SignInWay.ACCOUNT
    email: str = ""

    @property
    def secret_key(self) -> str:
        """The name under which the password is kept."""
        return secret_key(self.user, self.hosts[0], self.port, self.database)


Profile = WorkspaceProfile | ServerProfile


def shown_name(profile: Profile) -> str:
    """How the window names the database."""
    return profile.hosts[0] if isinstance(profile, ServerProfile) else profile.name


def secret_key(user: str, host: str, port: int, database: str) -> str:
    """The name of a password, the same for a profile and for an address on the command line."""
    return f"{user}@{host}:{port}/{database}"


@dataclass(frozen=True, slots=True)
class UserSettings:
    """Everything in the file.

    Attributes:
        last: id of the profile that was opened last.
        language: one of `LANGUAGES`; '': the system's.
    """

    profiles: tuple[Profile, ...] = ()
    last: str | None = None
    language: str = ""

    def profile(self, profile_id: str | None) -> Profile | None:
        """The profile with this id."""
        return next((found for found in self.profiles if found.id == profile_id), None)

    def opened(self, profile: Profile) -> UserSettings:
        """With this profile added or replaced, as the one that was opened last."""
        return replace(self.kept(profile), last=profile.id)

    def kept(self, profile: Profile) -> UserSettings:
        """With this profile added at the end, or changed in its place."""
        if self.profile(profile.id) is None:
            return replace(self, profiles=(*self.profiles, profile))
        changed = (profile if other.id == profile.id else other for other in self.profiles)
        return replace(self, profiles=tuple(changed))

    def without(self, profile_id: str) -> UserSettings:
        """Without this profile."""
        kept = tuple(profile for profile in self.profiles if profile.id != profile_id)
        return replace(self, profiles=kept, last=None if self.last == profile_id else self.last)


class NoSettings(ValueError):  # noqa: N818 - an answer, as a refusal is
    """A part of the file is not what is written there."""

    def __init__(self, why: Why, /, **values: Value) -> None:
        self.reason = Reason.of(why, **values)
        super().__init__(self.reason.english)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read.

    Attributes:
        warning: what was wrong with the file and where it is kept; None: nothing.
    """

    settings: UserSettings
    warning: Reason | None = None


def load(file: Path) -> Loaded:
    """Read the file; one that is not there yet holds nothing.

    Raises:
        OSError: it is there and may not be read, or may not be put aside.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return Loaded(UserSettings())
    try:
        return Loaded(_parsed(tomllib.loads(content.decode("utf-8"))))
    except (ValueError, TypeError, KeyError) as fault:
        kept = _free_name(file)
        file.replace(kept)
        told = _told(fault)
        return Loaded(
            UserSettings(),
            Reason.of(Why.FILE_OF_CONNECTIONS, file=str(file), fault=told, kept=kept.name),
        )


def _told(fault: Exception) -> Reason | str:
    if isinstance(fault, NoSettings):
        return fault.reason
    return Reason.of(Why.IT_LACKS, key=str(fault)) if isinstance(fault, KeyError) else str(fault)


def save(file: Path, settings: UserSettings) -> None:
    """Write the file, whole.

    Raises:
        OSError: it cannot be written; the old one still stands.
    """
    told: dict[str, object] = {
        "version": VERSION,
        "language": settings.language,
        "profiles": [facts_of(profile) for profile in settings.profiles],
    }
    if settings.last is not None:
        told["last"] = settings.last
    write_whole(file, tomli_w.dumps(told).encode("utf-8"))


def change(file: Path, by: Callable[[UserSettings], UserSettings]) -> UserSettings:
    """Change what the file holds now: another window may have changed it since it was read here.

    Raises:
        OSError: it cannot be read or written; the old one still stands.
    """
    changed = by(load(file).settings)
    save(file, changed)
    return changed


def checked_server(
    name: str,
    hosts: str,
    port: str,
    database: str,
    user: str,
    tls: Tls,
    ca: str = "",
    way: SignInWay = SignInWay.ACCOUNT,
) -> ServerProfile:
    """A profile from what was typed into the form; hosts are separated by commas or spaces.

    Raises:
        Invalid: names every field at fault.
    """
    found = tuple(host for host in hosts.replace(",", " ").split() if host)
    number = int(port) if port.strip().isascii() and port.strip().isdigit() else 0
    faults = []
    if not found:
        faults.append(FieldFault("hosts", Reason.of(Why.NO_HOST)))
    elif any(set(host) & set("/@?#'\"") for host in found):
        faults.append(FieldFault("hosts", Reason.of(Why.HOST_ALONE)))
    if not 1 <= number <= 65_535:
        faults.append(FieldFault("port", Reason.of(Why.PORT_RANGE)))
    if not database.strip():
        faults.append(FieldFault("database", Reason.of(Why.NO_DATABASE_NAME)))
    if not user.strip():
        faults.append(FieldFault("user", Reason.of(Why.NO_ACCOUNT_NAME)))
    if tls is Tls.PINNED and not ca.strip():
        faults.append(FieldFault("ca", Reason.of(Why.NO_CERTIFICATE)))
    if ca.strip() and not Path(ca.strip()).is_file():
        faults.append(FieldFault("ca", Reason.of(Why.NO_SUCH_FILE)))
    if faults:
        raise Invalid(tuple(faults))
    shown = name.strip() or f"{database.strip()} on {found[0]}"
    certificate = Path(ca.strip()) if ca.strip() else None
    return ServerProfile(
        new_id(), shown, found, database.strip(), user.strip(), number, tls, certificate, way
    )


def _free_name(file: Path) -> Path:
    names = (f"{file.name}.bad{number or ''}" for number in range(1_000))
    return next(path for name in names if not (path := file.with_name(name)).exists())


def facts_of(profile: Profile) -> dict[str, object]:
    """The profile as the file and another process get it; no password is in it."""
    told: dict[str, object] = {"id": profile.id, "name": profile.name}
    if isinstance(profile, WorkspaceProfile):
        told |= {"kind": "workspace", "file": str(profile.file)}
        if profile.person is not None:
            told["person"] = profile.person
        return told
    told |= {
        "kind": "server",
        "hosts": list(profile.hosts),
        "port": profile.port,
        "database": profile.database,
        "user": profile.user,
        "tls": profile.tls.value,
    }
    if profile.ca is not None:
        told["ca"] = str(profile.ca)
    if profile.way is not SignInWay.ACCOUNT:
        told["way"] = profile.way.value
    if profile.email:
        told["email"] = profile.email
    return told


def _parsed(stored: Mapping[str, object]) -> UserSettings:
    version = stored.get("version")
    if version != VERSION:
        raise NoSettings(Why.OTHER_VERSION, version=str(version), known=VERSION)
    language = stored.get("language", "")
    if language not in ("", *LANGUAGES):
        raise NoSettings(Why.LANGUAGE_UNKNOWN, language=str(language))
    profiles = stored.get("profiles", [])
    if not isinstance(profiles, list):
        raise NoSettings(Why.NO_LIST, key="profiles")
    return UserSettings(
        tuple(profile_of(_table(one, "profiles")) for one in profiles),
        _optional(stored, "last"),
        str(language),
    )


def profile_of(stored: Mapping[str, object]) -> Profile:
    """The profile of these facts.

    Raises:
        ValueError, TypeError, KeyError: they are none of `facts_of`.
    """
    kind = _text(stored, "kind")
    profile_id, name = _text(stored, "id"), _text(stored, "name")
    if kind == "workspace":
        file = Path(_text(stored, "file"))
        return WorkspaceProfile(profile_id, name, file, _optional(stored, "person"))
    if kind != "server":
        raise NoSettings(Why.NO_KIND, kind=kind)
    hosts = stored["hosts"]
    if not isinstance(hosts, list) or not hosts or not all(isinstance(h, str) for h in hosts):
        raise NoSettings(Why.NO_LIST_OF_NAMES, key="hosts")
    port = stored.get("port", STANDARD_PORT)
    if not isinstance(port, int):
        raise NoSettings(Why.NO_NUMBER, key="port")
    ca = _optional(stored, "ca")
    return ServerProfile(
        profile_id,
        name,
        tuple(hosts),
        _text(stored, "database"),
        _text(stored, "user"),
        port,
        Tls(_text(stored, "tls")),
        Path(ca) if ca else None,
        SignInWay(_optional(stored, "way") or SignInWay.ACCOUNT),
        _optional(stored, "email") or "",
    )


def _table(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise NoSettings(Why.NO_TABLE, key=name)
    return value


def _text(stored: Mapping[str, object], key: str) -> str:
    value = stored[key]
    if not isinstance(value, str) or not value:
        raise NoSettings(Why.NO_TEXT_THERE, key=key)
    return value


def _optional(stored: Mapping[str, object], key: str) -> str | None:
    return _text(stored, key) if key in stored else None
