"""The icon of the program, and what tells a desktop of it."""
