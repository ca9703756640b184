"""Where files go, and that they are written whole."""

import os
from pathlib import Path

import pytest

from salesdesk.app.local.paths import Paths, write_whole


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    paths = Paths.of_user({"SALESDESK_HOME": str(tmp_path)})
    assert paths.settings_file == tmp_path / "settings.toml"
    assert paths.sample_workspace.is_relative_to(tmp_path)
    assert paths.outbox.is_relative_to(tmp_path)
    assert paths.logs.is_relative_to(tmp_path)


def test_without_the_variable_the_systems_own_folders_are_used() -> None:
    paths = Paths.of_user({})
    assert paths.data.is_absolute()
    assert "SalesDesk" in str(paths.data)


def test_a_file_is_replaced_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "file.toml"
    write_whole(file, b"first")
    write_whole(file, b"second")
    assert file.read_bytes() == b"second"
    assert [found.name for found in file.parent.iterdir()] == ["file.toml"]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.toml"
    write_whole(file, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["file.toml"]
