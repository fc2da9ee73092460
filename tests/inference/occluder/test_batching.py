import pytest

from inference.occluder import batching
from inference.occluder.batching import Batching, Timings, spread


@pytest.fixture(params=[1, 2, 6, 64])
def cores(request, monkeypatch):
    monkeypatch.setattr(batching, "core_count", lambda: request.param)
    return request.param


def settle(timings, seconds):
    """Lets timings end; `seconds` says how long a batching takes. Returns all tried."""
    tried = []
    for _ in range(60):
        tried.append(timings.wanted)
        timings.add(tried[-1], seconds(tried[-1]))
    assert tried[-1] == tried[-2] == timings.wanted
    return tried


def test_the_fastest_per_input_is_found(cores):
    def seconds(tried):
        return 0.003 * tried.batch / cores * (1 if tried.piece == 2 else 1.3)

    timings = Timings("CPU")
    tried = settle(timings, seconds)
    assert timings.wanted.piece == (1 if cores == 64 else 2)
    assert cores < timings.wanted.batch <= min(8 * cores, 128)
    assert len({b.batch for b in tried[4:]}) <= 2  # competitors are about equally long


@pytest.mark.usefixtures("cores")
def test_passes_on_all_cores_win_where_they_are_faster():
    timings = Timings("CPU")
    settle(timings, lambda b: 0.001 * b.batch * (1 if b.piece == b.batch else 1.5))
    assert timings.wanted.piece == timings.wanted.batch


def test_a_slow_network_gets_one_input_per_core_at_a_time(cores):
    timings = Timings("CPU")
    tried = settle(timings, lambda b: 0.5 * b.batch / cores)
    assert max(b.batch for b in tried) == cores


def test_one_slip_does_not_decide(cores):
    timings, slips = Timings("CPU"), iter([3.0] * 4)

    def seconds(tried):
        exact = 0.002 * tried.batch / cores * (1 if tried.piece == 1 else 1.2)
        return next(slips, exact) if tried.piece == 1 and tried.batch > cores else exact

    for _ in range(3):
        next(slips)
    settle(timings, seconds)
    assert timings.wanted.piece == 1


def test_timings_are_over_when_all_candidates_were_timed(cores):
    timings = Timings("CPU")
    assert not timings.are_over
    settle(timings, lambda batching: 0.1 / cores * batching.batch)
    assert timings.are_over


def test_a_gpu_runs_one_pass_at_a_time():
    timings = Timings("CUDA")
    tried = settle(timings, lambda b: 0.01 + 0.001 * b.batch)
    assert set(tried) == {Batching(n, n) for n in (16, 32, 64)}
    assert timings.wanted == Batching(64, 64)
    assert spread(20, "CUDA") == Batching(20, 20)


def test_a_long_batch_is_not_chosen_on_a_gpu():
    timings = Timings("CUDA")
    settle(timings, lambda b: 0.1 + 0.004 * b.batch)
    assert timings.wanted == Batching(16, 16)


def test_a_stated_number_is_spread_over_the_cores(cores):
    for batch in (1, 5, 64):
        piece = spread(batch, "CPU").piece
        assert piece * cores >= batch > (piece - 1) * cores
