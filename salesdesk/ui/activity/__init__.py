"""Activity: charts and tables of what was done, and the rows behind each figure."""
