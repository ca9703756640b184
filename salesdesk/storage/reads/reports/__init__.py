"""The figures of the reports: grouped statements, and the rows behind each of their marks."""
