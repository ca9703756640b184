"""Pipeline: the board of cold, warm, hot, ordered and won."""
