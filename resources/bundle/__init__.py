"""Builds the folder that runs without Python, and looks at what is in it."""
