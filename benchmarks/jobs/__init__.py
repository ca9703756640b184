"""Every job that is measured at a seat."""

from __future__ import annotations

from benchmarks.jobs import acts, customer, lists, release_run, reports, screens, searches
from benchmarks.jobs.job import Job

JOBS: tuple[Job, ...] = (
    *screens.JOBS,
    *customer.JOBS,
    *lists.JOBS,
    *searches.JOBS,
    *reports.JOBS,
    *acts.JOBS,
    *release_run.JOBS,
)
