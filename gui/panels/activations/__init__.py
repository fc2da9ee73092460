"""The tab Activations."""
