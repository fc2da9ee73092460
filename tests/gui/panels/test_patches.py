from gui.panels.occlusion.patches import UNDO_STEPS, Patches
from inference.geometry import Box, Pixel, Size


def laid(*places, side=11):
    patches = Patches()
    patches.clear(Size(100, 60))
    for number, place in enumerate(places):
        patches.press(Pixel(*place), Size(side, side), is_adding=number > 0)
        patches.release()
    return patches


def test_a_click_puts_a_patch_around_its_place_and_shift_adds_one():
    patches = laid((20.5, 30.5))
    assert patches.boxes == (Box(15, 25, 11, 11),)
    assert patches.press(Pixel(50, 10), Size(11, 11), is_adding=False)
    assert len(patches.boxes) == 1
    assert patches.press(Pixel(70, 10), Size(11, 11), is_adding=True)
    assert len(patches.boxes) == 2


def test_a_press_on_a_patch_takes_hold_of_it_where_it_is():
    patches = laid((20.5, 30.5))
    assert not patches.press(Pixel(16.2, 26.2), Size(11, 11), is_adding=False)
    assert patches.drag(Pixel(26.2, 36.2))
    assert patches.boxes == (Box(25, 35, 11, 11),)
    assert not patches.drag(Pixel(26.2, 36.2))


def test_placing_and_dragging_are_one_step_back():
    patches = Patches()
    patches.clear(Size(100, 100))
    patches.press(Pixel(20, 20), Size(11, 11), is_adding=False)
    for row in range(21, 30):
        patches.drag(Pixel(row, 20))
    assert patches.undo()
    assert not patches.boxes
    assert not patches.undo()


def test_a_row_of_nudges_is_one_step_back():
    patches = laid((20, 20))
    for _ in range(5):
        patches.nudge(1, 0)
    assert patches.boxes[0].top == 20
    patches.undo()
    assert patches.boxes[0].top == 15


def test_the_middle_stays_on_the_input():
    patches = laid((50, 30))
    patches.press(Pixel(50, 30), Size(11, 11), is_adding=False)
    patches.drag(Pixel(-900, 900))
    assert patches.boxes == (Box(-5, 54, 11, 11),)
    patches.drag(Pixel(900, -900))
    assert patches.boxes == (Box(94, -5, 11, 11),)


def test_removing_while_dragging_lets_go():
    patches = laid((50, 30))
    patches.press(Pixel(50, 30), Size(11, 11), is_adding=False)
    assert patches.remove()
    assert not patches.drag(Pixel(60, 30))
    assert not patches.remove()
    patches.undo()
    assert len(patches.boxes) == 1


def test_another_side_keeps_the_middle_and_typing_is_exact():
    patches = laid((50.5, 30.5))
    assert patches.resize(21)
    assert patches.boxes == (Box(40, 20, 21, 21),)
    assert patches.replace(Box(0, 0, 3, 7))
    assert patches.boxes == (Box(0, 0, 3, 7),)
    assert not Patches().resize(5)
    assert not Patches().nudge(1, 1)
    assert not Patches().replace(Box(0, 0, 1, 1))


def test_what_was_undone_is_done_again_until_something_else_is_done():
    patches = laid((20, 20))
    patches.nudge(1, 0)
    assert not patches.redo()
    steps = [patches.boxes]
    while patches.undo():
        steps.append(patches.boxes)
    assert len(steps) == 3
    for boxes in steps[-2::-1]:
        assert patches.redo()
        assert patches.boxes == boxes
    assert not patches.redo()
    patches.undo()
    patches.lay(Box(1, 2, 3, 4))
    assert not patches.redo()
    assert patches.undo()


def test_undo_is_bounded():
    patches = laid((20, 20))
    for step in range(2 * UNDO_STEPS):
        patches.replace(Box(step % 7, 0, 5, 5))
    assert sum(patches.undo() for _ in range(3 * UNDO_STEPS)) == UNDO_STEPS
