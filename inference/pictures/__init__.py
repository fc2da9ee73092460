"""What people look at: maps over a photo, colours, captions, sheets."""
