"""A window beside a bare one. Nothing is imported here: both are measured in their own processes,
and whatever this package imported would be part of them.
"""
