"""The main window around the screens; it alone knows them all."""
