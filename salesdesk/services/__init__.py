"""Use cases: permission first, then one transaction each."""
