from helpers.figures import overview, style


def test_every_neuron_is_joined_to_all_of_the_next_layer():
    ax = style.new_axes()
    places = overview.draw_layers(ax, [3, 4, 2])
    assert [len(spots) for spots in places] == [3, 4, 2]
    joins = [line for line in ax.lines if line.get_marker() == "None"]
    assert len(joins) == 3 * 4 + 4 * 2


def test_fields_lie_inside_each_other():
    for outer, inner in zip(overview.BOXES, overview.BOXES[1:], strict=False):
        assert outer[0] < inner[0]
        assert outer[1] < inner[1]
        assert outer[0] + outer[2] > inner[0] + inner[2]
        assert outer[1] + outer[3] > inner[1] + inner[3]


def test_every_label_is_written():
    ax = style.new_axes()
    overview.draw_fields(ax, ["a", "b", "c"], ["d", "e"])
    assert {text.get_text() for text in ax.texts} == {"a", "b", "c", "d", "e"}
