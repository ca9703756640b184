"""The release run: its guard, its batches, its report."""
