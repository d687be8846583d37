import numpy as np

from helpers.figures import style, writing


def test_a_text_runs_on_in_the_next_row():
    artists = writing.draw_characters(style.new_axes(), 4, 2)
    writing.update_characters(artists, "abcdefghij")
    assert "".join(artists.characters.words) == "abcdefgh"
    assert artists.characters.places.tolist()[3:5] == [[3, 0], [0, 1]]


def test_after_a_new_line_comes_the_next_row():
    artists = writing.draw_characters(style.new_axes(), 9, 3)
    writing.update_characters(artists, "ab\nc")
    assert artists.characters.words == ["a", "b", "↵", "c"]
    assert artists.characters.places.tolist()[-1] == [0, 1]


def test_what_is_not_told_yet_is_grey_and_a_frame_stands_at_one():
    artists = writing.draw_characters(style.new_axes(), 9, 1)
    writing.update_characters(artists, "abcd", at=2, told=2)
    assert (artists.characters.words, artists.faint.words) == (["a", "b"], ["c", "d"])
    x, _ = artists.frame.get_data()
    assert (min(x), max(x)) == (1.5, 2.5)
    writing.update_characters(artists, "abcd", at=4)
    assert not artists.frame.get_visible()


def test_the_likeliest_stand_first():
    artists = writing.draw_chances(style.new_axes(), 3, "title")
    writing.update_chances(artists, [0.1, 0.6, 0.0, 0.3], "a b\n")
    assert artists.signs.words == ["␣", "↵", "a"]
    assert artists.numbers.words == ["0.60", "0.30", "0.10"]
    assert [bar.get_width() for bar in artists.bars] == [0.6, 0.3, 0.1]
    writing.update_chances(artists, [0.2, 0.8], "ab")
    assert artists.bars[2].get_width() == 0


def test_keys_that_may_not_be_asked_are_hollow():
    artists = writing.draw_plane(style.new_axes())
    keys = [[1, 2], [0, -1]]
    writing.update_plane(artists, ["one", "two"], keys, np.array([0.5, 2.8]), 0, [False, True])
    assert np.isnan(artists.keys.get_xdata()).tolist() == [False, True]
    assert np.isnan(artists.hidden.get_xdata()).tolist() == [True, False]
    assert artists.name.words == ["one asks"]


def test_names_of_lines_keep_apart():
    ax = style.new_axes()
    writing.draw_fall(ax, 100, {"a": 1.4, "b": 1.5, "c": 3})
    heights = {text.get_text(): text.get_position()[1] for text in ax.texts}
    assert heights["c"] == 3
    assert heights["b"] == 1.5
    assert heights["a"] <= 1.5 * writing.APART
