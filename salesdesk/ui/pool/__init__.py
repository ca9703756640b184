"""Pool: who is free to claim, and the hand-over."""
