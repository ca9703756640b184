"""The settings file: round trip, broken files, and what may be typed into the form."""

from pathlib import Path

import pytest

from salesdesk.app.local import profile
from salesdesk.app.local.profile import (
    ServerProfile,
    UserSettings,
    WorkspaceProfile,
    checked_server,
)
from salesdesk.domain.errors import Invalid
from salesdesk.domain.refusals import Reason, Why
from salesdesk.storage.db.engine import Tls

WORKSPACE = WorkspaceProfile("w", "Mine", Path("/data/mine.sqlite"), "uid-1")
SERVER = ServerProfile(
    "s", "The office “é”", ("db1", "db2"), "booking", "rina", 3307, Tls.PINNED, Path("/ca.pem")
)


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    loaded = profile.load(tmp_path / "settings.toml")
    assert loaded.settings == UserSettings()
    assert loaded.warning is None


def test_everything_survives_a_round_trip(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    kept = UserSettings((WORKSPACE, SERVER), "s", "id")
    profile.save(file, kept)
    assert profile.load(file).settings == kept


def test_no_password_has_a_place_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    profile.save(file, UserSettings((SERVER,)))
    assert "password" not in file.read_text(encoding="utf-8").lower()


@pytest.mark.parametrize(
    "content",
    [
        b"not [ toml",
        b"\xff\xfe\x00",
        b"",
        b"version = 99\n",
        b'version = 1\nprofiles = "none"\n',
        b'version = 1\n[[profiles]]\nid = "x"\nname = "n"\nkind = "server"\n',
        b'version = 1\n[[profiles]]\nid = "x"\nname = "n"\nkind = "cloud"\n',
        b'version = 1\nlanguage = "xx"\n',
    ],
)
def test_a_broken_file_is_kept_and_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    loaded = profile.load(file)
    assert loaded.settings == UserSettings()
    assert loaded.warning is not None
    assert "settings.toml.bad" in loaded.warning.english
    assert (tmp_path / "settings.toml.bad").read_bytes() == content
    assert not file.exists()


def test_what_is_wrong_with_the_file_has_a_code(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b'version = 1\n[[profiles]]\nid = "x"\nname = "n"\nkind = "cloud"\n')
    warning = profile.load(file).warning
    assert warning == Reason.of(
        Why.FILE_OF_CONNECTIONS,
        file=str(file),
        fault=Reason.of(Why.NO_KIND, kind="cloud"),
        kept="settings.toml.bad",
    )
    assert "(“cloud” is no kind of connection)" in warning.english


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for content in (b"first [", b"second ["):
        file.write_bytes(content)
        profile.load(file)
    assert (tmp_path / "settings.toml.bad").read_bytes() == b"first ["
    assert (tmp_path / "settings.toml.bad1").read_bytes() == b"second ["


def test_the_profile_opened_last_is_remembered_once() -> None:
    settings = UserSettings().opened(WORKSPACE).opened(SERVER).opened(WORKSPACE)
    assert [found.id for found in settings.profiles] == ["w", "s"]
    assert settings.profile(settings.last) == WORKSPACE
    assert settings.without("w").last is None


def test_what_was_typed_becomes_a_profile(tmp_path: Path) -> None:
    certificate = tmp_path / "ca.pem"
    certificate.write_text("x")
    made = checked_server("", "db1, db2", "3306", " booking ", "rina", Tls.PINNED, str(certificate))
    assert made.hosts == ("db1", "db2")
    assert made.name == "booking on db1"
    assert made.secret_key == "rina@db1:3306/booking"


def test_every_field_at_fault_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        checked_server("", "mysql://db", "70000", "", " ", Tls.PINNED, "")
    fields = {fault.field for fault in refused.value.faults}
    assert fields == {"hosts", "port", "database", "user", "ca"}
