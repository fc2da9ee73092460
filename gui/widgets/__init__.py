"""Views of one record each; they know no session."""
