"""The names of the notes in `salesdesk_state` about the customers' summaries."""

from __future__ import annotations

#: Since when every customer has a summary, by which lists are read.
SUMMARIES_FILLED = "summaries_filled_at"
#: Under which settings every one of them was reckoned, or by an act since.
SUMMARIES_MARK = "summaries_mark"
#: When everybody was reckoned last; when the last sweep began, and under which settings.
SUMMARIES_RECKONED = "summaries_reckoned_at"
SUMMARIES_SWEPT = "summaries_swept_at"
SUMMARIES_SWEPT_UNDER = "summaries_swept_under"
#: Another value after each mending that changed a summary: what windows show may be old.
SUMMARIES_CHANGED = "summaries_changed"
