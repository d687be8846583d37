from helpers.figures import methods, style


def test_each_method_is_a_line_with_its_own_look():
    axes = style.new_axes(2)
    curves = [("some", (10, 20), {name: [0.5, 0.1] for name in methods.LOOKS})] * 2
    methods.draw_methods(axes, curves)
    for ax in axes:
        assert len({(line.get_color(), line.get_linestyle()) for line in ax.lines}) == len(methods.LOOKS)
        assert [label.get_text() for label in ax.get_xticklabels()] == ["10", "20"]
    (legend,) = axes[0].figure.legends
    assert [text.get_text() for text in legend.get_texts()] == [*methods.LOOKS]
