"""The page of the preprocessing doctor: how a model wants its photos."""
