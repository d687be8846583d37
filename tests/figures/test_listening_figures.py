import numpy as np

from helpers.figures import listening, style


def test_of_many_samples_the_least_and_the_largest_are_drawn():
    artists = listening.draw_window(style.new_axes(), 1.0)
    t = np.arange(8000) / 8000
    wave = np.sin(2 * np.pi * 1000 * t)
    wave[4321] = 7
    listening.update_window(artists, t, wave, t[:9], np.ones(9))
    x, y = artists.sound.get_data()
    assert len(x) == len(y) == 2 * listening.COLUMNS
    assert max(y) == 7
    assert abs(x[np.argmax(y)] - t[4321]) < 1 / listening.COLUMNS


def test_a_spectrogram_is_white_below_its_floor():
    artists = listening.draw_spectrogram(style.new_axes(), 1, 4000)
    listening.update_spectrogram(artists, np.array([[-200.0, 0.0]]), (0, 0, 1, 4000), 0.5, -70, 0)
    floor, full = artists.field._colours[0]
    assert floor in (127, 128)
    assert full == 255
    assert artists.moment.get_xdata() == [0.5, 0.5]


def test_the_first_formant_goes_down_and_the_second_to_the_left():
    ax = style.new_axes()
    artists = listening.draw_vowels(ax, {"ee": (270, 2290), "ah": (730, 1090)}, ((200, 800), (700, 2400)))
    listening.update_vowels(artists, 500, 1500)
    assert artists.point.get_data() == ([1500], [500])
    assert ax.yaxis_inverted()
    assert ax.xaxis_inverted()


def test_harmonics_stand_on_the_floor_and_none_below():
    artists = listening.draw_formants(style.new_axes(), 4000, -50)
    listening.update_formants(artists, [100, 200], [-10, -90], [0, 4000], [-20, -80])
    assert [segment.tolist() for segment in artists.harmonics.get_segments()] == [
        [[100, -50], [100, -10]],
        [[200, -50], [200, -50]],
    ]
    assert artists.resonances.get_ydata()[0] == -20
    assert np.isnan(artists.resonances.get_ydata()[1])


def test_a_table_shows_what_was_counted():
    artists = listening.draw_confusion(style.new_axes(), "abc")
    listening.update_confusion(artists, [[5, 0, 1], [0, 3, 0], [0, 0, 0]], 1)
    assert artists.numbers.words == ["5", "1", "3"]
    assert artists.numbers.places.tolist() == [[0, 0], [2, 0], [1, 1]]
    assert set(artists.frame.get_ydata()) == {0.5, 1.5}
    listening.update_confusion(artists, np.eye(3, dtype=int))
    assert not artists.frame.get_visible()


def test_a_line_stands_at_the_mean():
    artists = listening.draw_shares(style.new_axes(), "123", "voice")
    listening.update_shares(artists, [0.2, 0.4, 0.9], 2)
    assert [bar.get_height() for bar in artists.bars] == [0.2, 0.4, 0.9]
    assert artists.mark.get_xdata() == [2]
    assert artists.mean.get_ydata()[0] == 0.5
