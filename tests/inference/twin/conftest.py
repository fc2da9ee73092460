import warnings
from collections import defaultdict
from pathlib import Path

import pytest
from onnx.backend.test.case.node import collect_testcases

from inference.twin.ops.values import DTYPES

SHARED = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data():
    """The real models, where they lie beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the real models are not here (../shared/data)")
    return SHARED


@pytest.fixture(scope="session")
def node_cases():
    """The single-node cases of numeric types that the twin knows, by operator."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the suite divides by zero on purpose
        collected = collect_testcases()
    cases = defaultdict(list)
    for case in collected:
        graph = case.model.graph
        if len(graph.node) == 1 and all(map(is_numeric, [*graph.input, *graph.output])):
            cases[graph.node[0].op_type].append(case)
    return cases


def is_numeric(value):
    kind = value.type
    return (
        kind.WhichOneof("value") == "tensor_type"
        and kind.tensor_type.elem_type in DTYPES
    )
