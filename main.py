"""Start SalesDesk: the window, or the command named on the command line."""

import sys

from salesdesk.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
