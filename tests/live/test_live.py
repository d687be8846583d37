"""LiveFigure and Explorer: what moves is redrawn, what stands is not, and the picture that rests is sharp."""

import asyncio
from io import BytesIO

import ipywidgets
import numpy as np
import pytest
from PIL import Image

from helpers.figures import style
from helpers.live.explorer import SECONDS_TO_TYPESET, Caption, Explorer
from helpers.live.figure import SECONDS_TO_REST, LiveFigure


@pytest.fixture
def drawn():
    """A live figure with one point that moves, and a function that moves it."""
    ax = style.new_axes(size=(4, 3))
    (point,) = ax.plot([0.5], [0.5], "o", color=style.MODEL, markersize=20)
    ax.set(xlim=(0, 1), ylim=(0, 1), xlabel="x", ylabel="y")
    return LiveFigure(ax.figure, [point]), lambda x: point.set_data([x], [0.5])


def part(widget, kind):
    """Return the first widget of a kind on the page of an explorer."""
    found = (part(child, kind) for child in getattr(widget, "children", ()))
    return widget if type(widget) is kind else next((each for each in found if each is not None), None)


def words_on(explorer):
    """Return the words on the page, as HTML."""
    return part(explorer, ipywidgets.HTML).value


def pixels(png):
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)


def whole_figure(live):
    """The same picture by another way: everything drawn anew, nothing kept."""
    for artist in live.moving:
        artist.set_animated(False)
    stream = BytesIO()
    live.figure.savefig(stream, format="png", dpi=200)
    for artist in live.moving:
        artist.set_animated(True)
    return pixels(stream.getvalue())


def test_a_repainted_frame_is_the_figure_drawn_anew(drawn):
    live, move = drawn
    for x in (0.1, 0.9, 0.4):
        move(x)
        live.repaint()
        assert np.array_equal(pixels(live.image.value), whole_figure(live))


def test_what_does_not_move_is_drawn_once(drawn):
    live, _ = drawn
    before = live.frame()
    live.figure.axes[0].set_title("new")
    live.repaint()
    assert live.frame() == before
    live.forget_background()
    live.repaint()
    assert live.frame() != before
    assert np.array_equal(pixels(live.image.value), whole_figure(live))


def test_a_background_is_drawn_anew_for_another_key_only(drawn):
    live, _ = drawn
    ax, frames = live.figure.axes[0], []
    for key in ("one", "one", "two"):
        ax.set_title(f"{key} {len(frames)}")
        live.background_of(key)
        frames.append(live.frame())
    assert frames[0] == frames[1] != frames[2]
    assert live.background_of("one")
    assert not live.background_of("one")


def test_two_figures_of_one_size_do_not_mix(drawn):
    live, move = drawn
    other_ax = style.new_axes(size=(4, 3))
    other = LiveFigure(other_ax.figure, other_ax.plot([0, 1], [0, 1]))
    before = other.frame()
    move(0.2)
    live.repaint()
    assert other.frame() == before != live.frame()


def test_in_a_kernel_a_light_frame_comes_at_once_and_a_sharp_one_at_rest(drawn):
    live, move = drawn

    async def drag():
        for x in (0.1, 0.2, 0.3):
            move(x)
            live.repaint()
            assert bytes(live.image.value[:2]) == b"\xff\xd8", "a JPEG while it moves"
        await asyncio.sleep(2 * SECONDS_TO_REST)

    asyncio.run(drag())
    assert live.image.format == "png"
    assert np.array_equal(pixels(live.image.value), whole_figure(live))


def test_only_artists_can_move(drawn):
    live, _ = drawn
    with pytest.raises(TypeError, match="must hold matplotlib artists, got int"):
        LiveFigure(live.figure, [3])


@pytest.fixture
def explorer(drawn):
    live, move = drawn
    shown = []

    def update(x, colour):
        move(x)
        shown.append(x)
        return Caption(f"The point is at {x:.1f} & {colour}.", rf"x = {x:.1f}")

    controls = {
        "x": ipywidgets.FloatSlider(0.5, min=0, max=1, step=0.1),
        "colour": ipywidgets.Dropdown(options=["red", "green"]),
        "go": ipywidgets.Button(),
    }
    explorer = Explorer(live, controls, update, presets={"left": {"x": 0.0}})
    explorer.shown = shown
    return explorer


def test_words_and_formula_follow_a_control(explorer):
    explorer.controls["x"].value = 0.8
    assert explorer.describe() == "The point is at 0.8 & red."
    assert "The point is at 0.8 &amp; red." in words_on(explorer), "words are text, not HTML"
    assert explorer.formula == "x = 0.8"
    assert "x = 0.8" in part(explorer, ipywidgets.HTMLMath).value
    assert explorer.values == {"x": 0.8, "colour": "red"}


def test_set_moves_several_controls_and_paints_once(explorer):
    painted = len(explorer.shown)
    explorer.set(x=0.2, colour="green")
    assert explorer.describe() == "The point is at 0.2 & green."
    assert len(explorer.shown) == painted + 1


def test_reset_restores_the_picture(explorer):
    opened = explorer.frame()
    explorer.set(x=0.0)
    assert explorer.frame() != opened
    explorer.reset()
    assert explorer.frame() == opened


def test_in_a_kernel_the_formula_waits_for_the_picture_and_shows_the_last_numbers(explorer):
    written = []
    part(explorer, ipywidgets.HTMLMath).observe(lambda change: written.append(change.new), "value")

    async def drag():
        for x in (0.6, 0.7, 0.8):
            explorer.controls["x"].value = x
        assert written == []
        await asyncio.sleep(2 * SECONDS_TO_TYPESET)

    asyncio.run(drag())
    assert len(written) == 1
    assert "x = 0.8" in written[0]


def test_predict_first_holds_picture_words_and_formula_until_they_are_revealed(explorer):
    def shown():
        return explorer.live.image.value, explorer.formula, part(explorer, ipywidgets.HTMLMath).value

    before = shown()
    explorer.hold()
    explorer.set(x=0.9)
    explorer.controls["colour"].value = "green"
    assert shown() == before
    assert "predict" in words_on(explorer)
    assert "predict" in explorer.describe()
    assert "0.9" not in explorer.describe(), "what is held back is not told"
    assert part(explorer, ipywidgets.ToggleButton).description == "Reveal"
    explorer.reveal()
    assert shown() != before
    assert "0.9 &amp; green" in words_on(explorer)


def test_predict_first_holds_in_mid_movement_too(explorer):
    async def hold_while_moving():
        explorer.controls["x"].value = 0.7
        explorer.hold()
        held = explorer.live.image.value
        explorer.controls["x"].value = 0.9
        await asyncio.sleep(2 * SECONDS_TO_REST)
        return held

    held = asyncio.run(hold_while_moving())
    assert explorer.live.image.value == held


def test_reset_reveals(explorer):
    explorer.hold()
    explorer.set(x=0.9)
    explorer.reset()
    assert "The point is at 0.5" in words_on(explorer)


def test_without_a_name_there_is_no_line_to_share(explorer):
    with pytest.raises(ValueError, match="made without a name"):
        explorer.as_code()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"colour": "green", "x": 7}, r"x takes no 7; it would become 1\.0"),
        ({"x": 0.2, "colour": "blue"}, "colour takes no 'blue'"),
        ({"x": "wide"}, "x takes no 'wide'"),
        ({"x": 0.2, "height": 3}, "no control is called height; there are x, colour"),
    ],
)
def test_what_a_control_does_not_take_is_refused_and_nothing_is_lost(explorer, values, message):
    before = explorer.values
    with pytest.raises(ValueError, match=message):
        explorer.set(**values)
    assert explorer.values == before
    explorer.controls["x"].value = 0.3
    assert explorer.describe() == "The point is at 0.3 & red."


def test_an_error_in_update_is_not_swallowed(drawn):
    def update(x):
        if x < 0.5:
            raise RuntimeError("broken")
        return Caption("whole")

    explorer = Explorer(drawn[0], {"x": ipywidgets.FloatSlider(0.5, min=0, max=1)}, update)
    with pytest.raises(RuntimeError, match="broken"):
        explorer.controls["x"].value = 0.1
