import warnings
from collections import defaultdict

import pytest
from onnx.backend.test.case.node import collect_testcases

from inference.twin.ops.values import DTYPES, NARROW


@pytest.fixture(scope="session")
def shared_data(shared):
    """The real models, where they lie beside the checkout."""
    return shared / "data"


@pytest.fixture(scope="session")
def suite_cases():
    """The generated cases of the onnx test suite, of types that the twin knows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the suite divides by zero on purpose
        collected = collect_testcases()
    return [
        case
        for case in collected
        if all(map(is_numeric, [*case.model.graph.input, *case.model.graph.output]))
    ]


@pytest.fixture(scope="session")
def node_cases(suite_cases):
    """The single-node cases by operator."""
    cases = defaultdict(list)
    for case in suite_cases:
        if len(case.model.graph.node) == 1:
            cases[case.model.graph.node[0].op_type].append(case)
    return cases


def is_numeric(value):
    kind = value.type
    return kind.WhichOneof("value") == "tensor_type" and kind.tensor_type.elem_type in (
        *DTYPES,
        *NARROW,
    )
