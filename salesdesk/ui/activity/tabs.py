"""The tabs of Activity: the report of each, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.reports import (
    agents,
    engagement,
    methods,
    pipeline,
    releases,
    workload,
)
from salesdesk.services.session import Session
from salesdesk.ui.activity.reports import agents as activity_agents
from salesdesk.ui.activity.reports import engagement as activity_engagement
from salesdesk.ui.activity.reports import methods as activity_methods
from salesdesk.ui.activity.reports import pipeline as activity_pipeline
from salesdesk.ui.activity.reports import releases as activity_releases
from salesdesk.ui.activity.reports import workload as activity_workload
from salesdesk.ui.activity.section import Section, TextContext
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import on_demand


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its report, and how that is shown."""

    key: str
    read: Callable[[Session, ReportScope], Any]
    sections: Callable[[Any, TextContext], tuple[Section, ...]]


TABS = (
    Tab("agents", agents.figures, activity_agents.sections),
    Tab("engagement", engagement.figures, activity_engagement.sections),
    Tab("workload", workload.figures, activity_workload.sections),
    Tab("methods", methods.figures, activity_methods.sections),
    Tab("pipeline", pipeline.figures, activity_pipeline.sections),
    Tab("releases", releases.figures, activity_releases.sections),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A report, and to which question."""

    tab: str
    report_scope: ReportScope
    report: Any
    at: datetime


def read_tab(tab: Tab, session: Session, report_scope: ReportScope, at: datetime) -> Answer:
    """Read a tab's report; on a worker thread, which imports NumPy for its charts as well.

    Raises what the report's service raises.
    """
    on_demand.import_without_qt()
    return Answer(tab.key, report_scope, tab.read(session, report_scope), at)


def tab_words() -> Mapping[str, str]:
    """What each tab is called."""
    return {
        "agents": translate("activity", "Agents"),
        "engagement": translate("activity", "Engagement"),
        "workload": translate("activity", "Workload"),
        "methods": translate("activity", "Methods"),
        "pipeline": translate("activity", "Pipeline"),
        "releases": translate("activity", "Releases"),
    }
