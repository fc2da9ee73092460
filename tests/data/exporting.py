"""Routes from a network in torch to an ONNX file, as people take them."""

import logging
import warnings
from pathlib import Path

import onnx
import onnxruntime
import torch

EXPORTERS = {"legacy": False, "present": True}  # which of torch's two
LEVELS = ("BASIC", "EXTENDED", "ALL")  # of ONNX Runtime's optimiser


def export(network, size, path, exporter, opset=None):
    """Writes a network by one of torch's exporters; its own opset where none is named.

    Notes on where in the source each node came from are left out.
    """
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    is_present = EXPORTERS[exporter]
    options = {"external_data": False} if is_present else {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(1, 3, *size),),
            str(path),
            opset_version=opset,
            dynamo=is_present,
            verbose=False,
            **options,
        )
    model = onnx.load(path)
    for part in (*model.graph.node, *model.graph.value_info, *model.graph.initializer):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.save(model, path)
    return Path(path)


def optimise(path, saved, level="ALL"):
    """Writes a file as ONNX Runtime has rewritten it for this machine."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # it warns that the file suits like machines only
    chosen = getattr(onnxruntime.GraphOptimizationLevel, f"ORT_ENABLE_{level}")
    options.graph_optimization_level = chosen
    options.optimized_model_filepath = str(saved)
    onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
    return Path(saved)


def fuse(path, saved, form):
    """Writes a file as ONNX Runtime's optimiser of transformers rewrites it."""
    from onnxruntime.transformers import optimizer

    logging.getLogger("onnxruntime.transformers").setLevel(logging.ERROR)
    found = optimizer.optimize_model(
        str(path),
        model_type="vit",
        num_heads=form.heads,
        hidden_size=form.width,
        opt_level=1,
    )
    found.save_model_to_file(str(saved))
    return Path(saved)
