from inference.dataset.remembered import Remembered, recall, remember

LABELS = ("\ud800", "b\udcff", "c")  # as a JSON list and a file's name can hold


def test_what_folders_mean_is_remembered_where_class_names_are_no_text(tmp_path):
    stated = {"first": 0, "second": 1, "none": None, "third \udcfe": 2}
    remember(tmp_path, Remembered().with_matching(LABELS, stated))
    assert recall(tmp_path).stated(LABELS) == stated
    assert recall(tmp_path).stated(("a", *LABELS[1:])) == {}
