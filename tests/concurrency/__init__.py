"""Several real processes on one MariaDB: what must hold however they interleave."""
