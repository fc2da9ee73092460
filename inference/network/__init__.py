"""What an ONNX file is: its graph, tensors, layers, costs and sessions."""
