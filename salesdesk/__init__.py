"""SalesDesk: the sales desk on the booking database."""

__version__ = "0.3.0"
