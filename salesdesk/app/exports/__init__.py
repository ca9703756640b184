"""Tables written into files: CSV, XLSX, PDF and calendars, in this process or in one of its own."""
