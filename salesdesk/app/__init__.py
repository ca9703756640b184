"""Where the parts are put together: command line, start and shutdown."""
