"""Photo files, and why a file is no photo."""
