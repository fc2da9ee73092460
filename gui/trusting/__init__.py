"""How far a map can be trusted: asked of any tab's map, answered below its controls."""
