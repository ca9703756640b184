"""An import whose process is killed half-way, and run again, doubles and loses nothing."""

import signal
import subprocess
import sys
from pathlib import Path

from salesdesk.domain.importing import Tally
from salesdesk.services.importing import writing
from tests.support.import_work import Importer

ROOT = Path(__file__).resolve().parents[3]
CUSTOMERS = 3_000


def test_killed_half_way_and_run_again(importer: Importer) -> None:
    lines = "".join(
        f"Name {n},0813{n:08d},05/06/2026,call,ok,eko@example.org\n" for n in range(CUSTOMERS)
    )
    path = importer.file("name,phone,date,method,result,sales\n" + lines)
    url = importer.office.database.url.render_as_string(hide_password=False)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.services.importing.worker", url,
         importer.office.admin_uid, str(path)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert [process.stdout.readline().strip() for _ in range(3)] == ["500", "1000", "1500"]
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
    killed_at = importer.count("customers")
    assert 1_500 <= killed_at < CUSTOMERS
    assert killed_at % 500 == importer.count("customer_contacts") - killed_at == 0
    (record,) = writing.newest(importer.office.admin)
    assert (record.outcome, record.tally.created) == ("running", killed_at)

    done = importer.run(path)
    assert done.replayed
    assert done.tally == Tally(CUSTOMERS, created=CUSTOMERS, contacts=CUSTOMERS)
    assert importer.count("customers") == importer.count("customer_contacts") == CUSTOMERS
    assert importer.count("salesdesk_phones") == CUSTOMERS
    assert importer.rows("SELECT COUNT(DISTINCT phone_number) FROM customers") == [(CUSTOMERS,)]
    (record,) = writing.newest(importer.office.admin)
    assert (record.id, record.tally) == (done.import_id, done.tally)
