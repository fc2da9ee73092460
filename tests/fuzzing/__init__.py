"""Seeded damage to models, photos and notes, and what may become of it.

Whatever a file holds, opening it gives a classifier or an `InferenceError`; and a model
that plain ONNX Runtime runs as a classifier may not be refused.
"""
