"""The tab Occlusion."""
