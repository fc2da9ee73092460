"""The tab Grad-CAM."""
