"""The torch twin of an ONNX graph: gradients and training for any classifier.

Importing this package costs nothing; its rooms load torch (see `device.py`).
"""
