"""Two customers that may be one: looking for them, side by side, linked, said to be different."""
