"""Two hundred damaged files; `python -m tests.benchmarks.fuzz` takes ten thousand."""

from tests.fuzzing.judge import judged

MUTANTS = 200


def test_damaged_files_end_in_a_sentence_and_sound_ones_are_opened():
    verdicts = list(judged(0, range(MUTANTS)))
    assert [verdict for verdict in verdicts if verdict.is_fault] == []
    assert [verdict.number for verdict in verdicts] == list(range(MUTANTS))
    outcomes = {verdict.outcome for verdict in verdicts}
    assert outcomes == {"opened", "refused"}
