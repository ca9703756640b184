"""The tabs of Activity, one module a report."""
