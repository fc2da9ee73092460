"""One torch function per ONNX operator, named and parametrised as in the specification.

The functions have no state and change no tensor in place. Their rooms are themes; the
table of them all is `table.py`.
"""
