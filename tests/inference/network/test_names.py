import pytest

from inference.network.names import near_names, short_names, tensor_named

FIRE = (
    "/features/features.1/Relu_output_0",
    "/features/features.12/squeeze/Conv_output_0",
    "/features/features.12/squeeze_activation/Relu_output_0",
    "/features/features.12/expand1x1/Conv_output_0",
    "/features/features.12/Concat_output_0",
    "/classifier/classifier.1/Conv_output_0",
)
RESIDUAL = (
    "/conv1/Conv_output_0",
    "/layer1/layer1.0/conv1/Conv_output_0",
    "/layer1/layer1.0/Relu_output_0",
    "/layer1/layer1.0/Add_output_0",
    "/layer1/layer1.0/Relu_1_output_0",
    "/layer1/layer1.1/Relu_output_0",
)


def shortened(names):
    return list(short_names(names).values())


def test_names_are_the_shortest_that_tell_them_apart():
    twice = [*FIRE, *(name.replace("features.12", "features.11") for name in FIRE[1:5])]
    assert shortened(twice)[:5] == [
        "features.1",
        "features.12.squeeze",
        "features.12.Relu",
        "features.12.expand1x1",
        "features.12",
    ]


def test_a_number_that_tells_nothing_apart_is_left_out():
    names = ["fire9/squeeze1x1_1", "fire9/squeeze1x1_2", "fire9/concat_1"]
    names += ["fire8/squeeze1x1_1", "fire8/concat_1"]
    assert shortened(names) == [
        "fire9.squeeze1x1_1",
        "squeeze1x1_2",
        "fire9.concat",
        "fire8.squeeze1x1",
        "fire8.concat",
    ]
    assert shortened(RESIDUAL)[2:] == ["layer1.0.Relu", "Add", "Relu_1", "layer1.1"]
    assert shortened(RESIDUAL)[0] == "conv1"


def test_what_has_no_path_of_its_own_keeps_its_name():
    names = ["x/same", "/x/same_output_0", "A/Pool_prequant__8_DequantizeLinear__9:0"]
    assert shortened(names)[:2] == names[:2]
    assert shortened(names)[2] == "A"


@pytest.mark.parametrize("names", [FIRE, RESIDUAL])
def test_every_short_name_means_its_tensor(names):
    for name, short in short_names(names).items():
        assert tensor_named(short, names) == name
        assert tensor_named(short.upper(), names) == name
        assert tensor_named(name, names) == name


def test_parts_of_a_path_mean_a_tensor_where_no_other_is_as_near():
    assert tensor_named("features.12/Concat", FIRE) == FIRE[4]
    assert tensor_named("features.12.squeeze.Conv", FIRE) == FIRE[1]
    assert tensor_named("Conv", FIRE) is None
    assert tensor_named("fire6", FIRE) is None
    assert tensor_named("", FIRE) is None


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("features.21", "features.12"),
        ("Relu", "features.1"),
        ("fire12", "features.12"),
        ("clasifier", "classifier.1"),
        ("?", "features.1"),
    ],
)
def test_names_that_may_have_been_meant_are_offered_once(word, nearest):
    short = ["features.1", "features.12", "features.12", "classifier.1"]
    near = near_names(word, short)
    assert near[0] == nearest or nearest in near
    assert len(near) == len(set(near))
