"""Passwords in a real Secret Service: another process finds them, and nothing else keeps them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

#: A bus and an unlocked keyring of their own, and then the command.
_WITH_KEYRING = (
    'echo -n unlocked | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$@"'
)

#: One process keeps a password, another reads and forgets it, a third finds nothing.
_PROCESSES = """
import subprocess, sys
steps = (
    "print(kept.name, kept.lasts, kept.put('desk', 'Kopi-Susu-7').name)",
    "print(kept.get('desk')); kept.forget('desk')",
    "print(kept.get('desk'))",
)
for step in steps:
    program = "from salesdesk.app.local.secrets import SystemSecrets; kept = SystemSecrets(); "
    print(subprocess.check_output([sys.executable, "-c", program + step], text=True).strip())
"""


@pytest.mark.long
def test_a_password_is_kept_by_the_secret_service_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _WITH_KEYRING, "sh",
         sys.executable, "-c", _PROCESSES],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
        env={
            **os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_RUNTIME_DIR": str(tmp_path), "PYTHONPATH": str(ROOT),
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    kept, read, after = done.stdout.splitlines()
    assert kept == "SecretService Keyring True KEYRING"
    assert (read, after) == ("Kopi-Susu-7", "None")
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert files
    assert not [each for each in files if b"Kopi-Susu-7" in each.read_bytes()]
