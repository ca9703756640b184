"""The log: one file per process, nothing secret in it."""

import logging
import os
from pathlib import Path

import pytest

from salesdesk.app.logs import KEPT_FILES, Log, hide, without_secrets


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("mysql+pymysql://rina:geheim@db:3306/x", "geheim"),
        ("connect(password='geheim', user='rina')", "geheim"),
        ("password = geheim, and more", "geheim"),
        ('{"password": "ge heim"}', "ge heim"),
        ("passwd:geheim", "geheim"),
    ],
)
def test_passwords_do_not_get_through(text: str, hidden: str) -> None:
    shown = without_secrets(text)
    assert hidden not in shown
    assert "•••" in shown


def test_harmless_text_stays() -> None:
    text = "mysql://rina@db:3306/x took 12 ms; the password was asked for"
    assert without_secrets(text) == text


def test_a_log_has_its_own_file_and_hides_what_it_was_told(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.start()
    hide("Kata Sandi")
    try:
        logging.getLogger("salesdesk.x").info("signed in with %s", "Kata Sandi")
        try:
            raise ValueError("cannot use Kata Sandi")
        except ValueError:
            logging.getLogger("salesdesk.x").exception("it failed")
    finally:
        log.close()
    written = log.file.read_text(encoding="utf-8")
    assert str(os.getpid()) in log.file.name
    assert "signed in with •••" in written
    assert "ValueError: cannot use •••" in written
    assert "Kata Sandi" not in written


def test_after_closing_nothing_is_left_behind(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    log = Log(tmp_path)
    log.start()
    log.close()
    assert (list(root.handlers), root.level) == before


def test_old_logs_go(tmp_path: Path) -> None:
    for number in range(KEPT_FILES + 5):
        old = tmp_path / f"salesdesk-{number}.log"
        old.write_text("old")
        os.utime(old, (number, number))
    Log(tmp_path)
    left = sorted(int(file.stem.split("-")[1]) for file in tmp_path.glob("*.log"))
    assert left == list(range(5, KEPT_FILES + 5))
