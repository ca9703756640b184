"""How fast SalesDesk is beside plain SQL and a bare window: ratios within one run, never a test."""
