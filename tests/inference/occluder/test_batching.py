import pytest

from inference.occluder import batching
from inference.occluder.batching import Batching, Timings, spread


@pytest.fixture(params=[1, 2, 6, 64])
def cores(request, monkeypatch):
    monkeypatch.setattr(batching, "core_count", lambda: request.param)
    return request.param


def settle(trials, seconds):
    """Lets trials end; `seconds` tells how long a batching takes. Returns all tried."""
    tried = []
    for _ in range(60):
        tried.append(trials.wanted)
        trials.add(tried[-1], seconds(tried[-1]))
    assert tried[-1] == tried[-2] == trials.wanted
    return tried


def test_the_fastest_per_input_is_found(cores):
    def seconds(tried):
        return 0.003 * tried.batch / cores * (1 if tried.piece == 2 else 1.3)

    trials = Timings("CPU")
    tried = settle(trials, seconds)
    assert trials.wanted.piece == (1 if cores == 64 else 2)
    assert cores < trials.wanted.batch <= min(8 * cores, 128)
    assert len({b.batch for b in tried[4:]}) <= 2  # competitors are about equally long


@pytest.mark.usefixtures("cores")
def test_passes_on_all_cores_win_where_they_are_faster():
    trials = Timings("CPU")
    settle(trials, lambda b: 0.001 * b.batch * (1 if b.piece == b.batch else 1.5))
    assert trials.wanted.piece == trials.wanted.batch


def test_a_slow_network_gets_one_input_per_core_at_a_time(cores):
    trials = Timings("CPU")
    tried = settle(trials, lambda b: 0.5 * b.batch / cores)
    assert max(b.batch for b in tried) == cores


def test_one_slip_does_not_decide(cores):
    trials, slips = Timings("CPU"), iter([3.0] * 4)

    def seconds(tried):
        exact = 0.002 * tried.batch / cores * (1 if tried.piece == 1 else 1.2)
        return next(slips, exact) if tried.piece == 1 and tried.batch > cores else exact

    for _ in range(3):
        next(slips)
    settle(trials, seconds)
    assert trials.wanted.piece == 1


def test_trials_are_over_when_all_candidates_were_timed(cores):
    trials = Timings("CPU")
    assert not trials.are_over
    settle(trials, lambda batching: 0.1 / cores * batching.batch)
    assert trials.are_over


def test_a_gpu_runs_one_pass_at_a_time():
    trials = Timings("CUDA")
    tried = settle(trials, lambda b: 0.01 + 0.001 * b.batch)
    assert set(tried) == {Batching(n, n) for n in (16, 32, 64)}
    assert trials.wanted == Batching(64, 64)
    assert spread(20, "CUDA") == Batching(20, 20)


def test_a_long_batch_is_not_chosen_on_a_gpu():
    trials = Timings("CUDA")
    settle(trials, lambda b: 0.1 + 0.004 * b.batch)
    assert trials.wanted == Batching(16, 16)


def test_a_stated_number_is_spread_over_the_cores(cores):
    for batch in (1, 5, 64):
        piece = spread(batch, "CPU").piece
        assert piece * cores >= batch > (piece - 1) * cores
