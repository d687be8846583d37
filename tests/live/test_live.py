"""LiveFigure and Explorer: what moves is redrawn, what stands is not; handles, presets and guesses."""

import asyncio
import re
import time
from io import BytesIO
from threading import Event, Thread

import ipywidgets
import numpy as np
import pytest
from PIL import Image

from helpers.figures import style
from helpers.live.controls import slider
from helpers.live.explorer import (
    FRAMES,
    SECONDS_A_FRAME,
    SECONDS_TO_FALL_BACK,
    SECONDS_TO_REST,
    Caption,
    Explorer,
)
from helpers.live.figure import LiveFigure
from helpers.live.handle import area, grips, point


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


def test_a_frame_is_the_figure_drawn_anew(drawn):
    live, move = drawn
    for x in (0.1, 0.9, 0.4):
        move(x)
        assert np.abs(pixels(live.frame()) - whole_figure(live)).max() <= 2, (
            "but for the choice of 256 colours"
        )


def test_what_moves_is_drawn_by_itself_as_svg_in_the_place_where_it_is(drawn):
    live, move = drawn
    for x in (0.25, 0.75):
        move(x)
        live.repaint()
        place = live.figure.axes[0].transData.transform((x, 0.5))
        use = re.search(r'<use [^>]*x="([\d.]+)" y="([\d.]+)"', live.view.moving)
        assert float(use[1]) == pytest.approx(place[0], abs=0.01)
        assert float(use[2]) == pytest.approx(live.view.size[1] - place[1], abs=0.01)
    assert "<style" not in live.view.moving, "it would speak for the whole page"


def test_what_does_not_move_is_drawn_once(drawn):
    live, _ = drawn
    still, before = live.view.still, live.frame()
    live.figure.axes[0].set_title("new")
    live.repaint()
    assert live.view.still is still
    assert live.frame() == before
    live.forget_background()
    live.repaint()
    assert live.view.still != still
    assert live.frame() != before


def test_names_within_a_picture_are_its_own_and_stay_the_same(drawn):
    live, _ = drawn
    ax = style.new_axes(size=(4, 3))
    other = LiveFigure(ax.figure, ax.plot([0.5], [0.5], "o", color=style.MODEL, markersize=20))
    assert live.svg() == live.svg()
    names, others = (set(re.findall(r'id="([^"]+)"', figure.svg())) for figure in (live, other))
    assert names
    assert not names & others


def test_columns_begin_between_the_axes():
    axes = style.new_axes(3, size=(9, 3))
    starts = LiveFigure(axes[0].figure, axes[0].plot([0, 1], [0, 1])).view.columns
    ends = [ax.bbox.x1 for ax in axes]
    assert starts[0] == 0
    assert ends[0] < starts[1] < axes[1].bbox.x0 < ends[1] < starts[2] < axes[2].bbox.x0


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
    assert other.frame() == before != live.frame()


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
    ax = live.figure.axes[0]
    handles = [point(live.moving[0], x="x"), area(ax, x="x")]
    explorer = Explorer(live, controls, update, presets={"left": {"x": 0.0}}, handles=handles)
    explorer.shown = shown
    return explorer


def drag(explorer, handle, place, grab=1, part=0):
    """Drag a handle to a place in data coordinates, as the browser says it."""
    x, y = explorer.live.figure.axes[0].transData.transform(place)
    where = {"x": x, "y": explorer.live.view.size[1] - y, "grab": grab, "n": len(explorer.shown)}
    explorer.live.view.pointer = {"handle": handle, "part": part, **where}


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
        await asyncio.sleep(2 * SECONDS_TO_REST)

    asyncio.run(drag())
    assert len(written) == 1
    assert "x = 0.8" in written[0]


def test_predict_first_holds_picture_words_and_formula_until_they_are_revealed(explorer):
    def shown():
        return explorer.live.view.moving, explorer.formula, part(explorer, ipywidgets.HTMLMath).value

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


def test_a_guess_stands_beside_the_answer_until_the_next(explorer):
    guess = next(field for field in explorer.panel.children if isinstance(field, ipywidgets.Text))
    assert guess.layout.display == "none"
    explorer.hold()
    assert guess.layout.display is None
    guess.value = "it goes right"
    explorer.reveal()
    assert (guess.layout.display, guess.disabled, guess.value) == (None, True, "it goes right")
    explorer.hold()
    assert (guess.disabled, guess.value) == (False, "")
    explorer.reveal()
    assert guess.layout.display == "none", "nothing was guessed"


@pytest.mark.parametrize("handle", [0, 1])
def test_a_handle_moves_the_controls_and_all_that_follows_them(explorer, handle):
    drag(explorer, handle, (0.83, 0.2))
    assert explorer.values["x"] == 0.8, "the nearest value that the slider shows"
    assert "The point is at 0.8" in words_on(explorer)
    drag(explorer, handle, (7, 0.2))
    assert explorer.values["x"] == 1.0, "no farther than the slider goes"


def test_a_handle_is_where_its_artist_is_and_none_outside(explorer, drawn):
    live, move = drawn
    x, y = live.figure.axes[0].transData.transform((0.5, 0.5))
    assert np.allclose(live.view.handles[0]["places"], [[x, live.view.size[1] - y]])
    move(3)
    live.repaint(explorer._handles)
    assert live.view.handles[0]["places"] == [None]
    live.moving[0].set_visible(False)
    live.repaint(explorer._handles)
    assert live.view.handles[0]["places"] == []


def test_where_a_mouse_is_over_an_area_shows_what_a_click_would_do(drawn):
    live, _ = drawn
    ax, told = live.figure.axes[0], []
    x, y = ax.transData.transform((0.25, 0.5))
    controls = {"x": ipywidgets.FloatSlider(0.5, min=0, max=1)}
    handles = [area(ax, x="x", hover=lambda x, y: told.append(x))]
    explorer = Explorer(live, controls, lambda x: Caption(f"{x}"), handles=handles)
    live.view.hovered = {"handle": 0, "x": x, "y": live.view.size[1] - y}
    live.view.hovered = {}
    assert told == [pytest.approx(0.25), None]
    assert explorer.values == {"x": 0.5}


def test_a_grab_knows_the_values_at_its_start(drawn):
    live, move = drawn
    started = []

    def values(grab):
        started.append(grab.start["x"])
        return {"x": grab.x}

    def update(x):
        move(x)
        return Caption(f"{x}")

    controls = {"x": ipywidgets.FloatSlider(0.5, min=0, max=1, step=0.1)}
    explorer = Explorer(live, controls, update, handles=[grips(live.moving[0], values)])
    explorer.shown = started
    for place, grab in ((0.7, 1), (0.9, 1), (0.2, 2)):
        drag(explorer, 0, (place, 0.5), grab)
    assert started == [0.5, 0.5, 0.9]


def test_a_click_on_a_point_is_told_from_a_drag(drawn):
    live, move = drawn
    controls = {"x": slider("x", 0.5, 0, 1), "on": ipywidgets.Checkbox(True)}
    handle = point(live.moving[0], x="x", clicked={"on": False})
    explorer = Explorer(live, controls, lambda x, on: Caption(f"{x:.1f} {on} {move(x)}"), handles=[handle])
    (shown,) = live.view.handles
    assert shown["clicks"]
    (x, y) = shown["places"][0]
    pressed = {"handle": 0, "part": 0, "x": x, "y": y, "n": 0}
    live.view.pointer = pressed | {"grab": 1, "clicked": True}
    assert explorer.values == {"x": 0.5, "on": False}
    live.view.pointer = pressed | {"grab": 2, "x": 0, "clicked": False}
    assert explorer.values == {"x": 0, "on": False}


def test_while_held_a_handle_moves_the_controls_and_not_the_picture(explorer):
    explorer.hold()
    before = explorer.live.view.moving
    drag(explorer, 0, (0.9, 0.5))
    assert explorer.values["x"] == 0.9
    assert explorer.live.view.moving == before


def test_a_preset_glides_where_a_browser_shows_the_picture_and_stops_players(explorer):
    player = explorer.controls["player"] = ipywidgets.Play()
    player.playing = True

    async def press(calm):
        explorer.reset()
        explorer.live.view.alive, explorer.live.view.calm = True, calm
        explorer.shown.clear()
        explorer.go_to({"x": 0.0})
        await asyncio.sleep(3 * FRAMES * SECONDS_A_FRAME)
        return list(explorer.shown)

    glided = asyncio.run(press(calm=False))
    assert glided[-1] == 0
    assert glided == sorted(glided, reverse=True)
    assert len(set(glided)) > 3
    assert not player.playing
    assert asyncio.run(press(calm=True)) == [0.0], "with no motion for those who want none"


@pytest.mark.parametrize(
    ("low", "high", "step", "number", "rounded"),
    [
        (-4, 4, 0.1, 0.2, 0.20000000000000018),
        (-1, 5, 0.05, 0.2, 0.19999999999999996),
        (0.05, 2, 0.05, 0.15, 0.15000000000000002),
        (-4, 4, 0.1, 0.237, 0.20000000000000018),
        (-4, 4, 0.1, 4, 4.0),
    ],
)
def test_a_slider_holds_the_number_that_the_browser_would_make_of_it(low, high, step, number, rounded):
    """What noUiSlider 15.4 gives: another number would come back, late, as if a learner had moved it."""
    control = slider("w", number, low, high, step)
    assert control.value == rounded
    control.value = low
    control.value = number
    assert control.value == rounded
    control.value = rounded
    assert control.value == rounded, "it is not rounded twice"


def test_nobody_sees_what_the_browsers_rounding_adds(drawn):
    controls = {"w": slider("w", 0.2, -4, 4)}
    presets = {"high": {"w": 0.7}}
    explorer = Explorer(drawn[0], controls, lambda w: Caption(repr(w)), presets, name="line")
    assert explorer.values == {"w": 0.2}
    assert explorer.describe() == "0.2"
    explorer.set(w=0.7)
    assert explorer.describe() == "0.7"
    assert explorer.as_code() == "widgets.line().set(w=0.7)"
    (preset,) = explorer.panel.presets.children
    assert "explorer-chosen" in preset._dom_classes


def test_who_moves_a_control_stops_the_glide(explorer):
    async def move_in_between():
        explorer.live.view.alive = True
        explorer.go_to({"x": 0.0})
        explorer.controls["x"].value = 0.9
        await asyncio.sleep(3 * FRAMES * SECONDS_A_FRAME)

    asyncio.run(move_in_between())
    assert explorer.values["x"] == 0.9


def test_a_reset_waits_for_a_drag_that_another_thread_is_about(drawn):
    """JupyterLab gives a drag and a press of a button to two threads: the picture is that of the last one."""
    live, move = drawn
    dragging = Event()

    def update(x):
        if x > 0.8:
            dragging.set()
            time.sleep(0.2)
        move(x)
        return Caption(repr(x))

    explorer = Explorer(live, {"x": slider("x", 0.5, 0, 1)}, update, handles=[area(live.figure.axes[0], "x")])
    explorer.shown = []
    opened = live.view.moving
    thread = Thread(target=drag, args=(explorer, 0, (0.9, 0.5)))
    thread.start()
    assert dragging.wait(10)
    explorer.reset()
    thread.join()
    assert (explorer.describe(), live.view.moving) == ("0.5", opened)


def test_the_preset_that_is_shown_is_marked(explorer):
    (left,) = explorer.panel.presets.children
    assert "explorer-chosen" not in left._dom_classes
    left.click()
    assert "explorer-chosen" in left._dom_classes
    explorer.controls["x"].value = 0.3
    assert "explorer-chosen" not in left._dom_classes


def test_where_the_browser_has_no_surface_a_whole_picture_follows(explorer):
    explorer._repr_mimebundle_()
    image = part(explorer, ipywidgets.Image)
    assert bytes(image.value) == explorer.frame()

    async def move():
        explorer.controls["x"].value = 0.9
        await asyncio.sleep(2 * SECONDS_TO_FALL_BACK)

    asyncio.run(move())
    assert bytes(image.value) == explorer.frame()
    explorer.live.view.alive = True
    assert (image.value, image.layout.display) == (b"", "none")


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
