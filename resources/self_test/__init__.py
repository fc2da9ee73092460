"""The numbers that the self-test compares with, and what stored them."""
