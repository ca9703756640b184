"""Team: how the whole team's customers stand."""
