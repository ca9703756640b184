"""On what is measured: enough to read the figures by, nothing that names the machine."""

from __future__ import annotations

import os
import platform
from contextlib import closing

from benchmarks.results import Machine
from tests.support.database import TestServer

_GIB = 1024**3


def described(server: TestServer) -> Machine:
    """This machine and its database."""
    with closing(server.admin()) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT VERSION()")
        (version,) = cursor.fetchone()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        cores=os.cpu_count() or 1,
        memory_gib=round(memory / _GIB),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        database=str(version),
        load=round(os.getloadavg()[0], 1),
    )
