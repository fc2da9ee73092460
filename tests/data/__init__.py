"""Networks that tests open, and the scripts that make them."""
