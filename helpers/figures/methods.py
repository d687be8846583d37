"""How methods fare with more and more examples."""

from helpers.figures import style

LOOKS = {
    "naive Bayes": (style.ERROR, ":"),
    "nearest neighbour": (style.ERROR, "-"),
    "logistic regression": (style.DATA, "--"),
    "support vectors": (style.DATA, "-"),
    "random forest": (style.ACCENT, "-"),
    "network": (style.MODEL, "-"),
}
"""Method -> colour and dashes of its line."""


@style.own_settings
def draw_methods(axes, curves):
    """Draw a line for each method, on axes for each kind of data, with one legend above all.

    axes    list of Axes
    curves  list, for each Axes, of a title, numbers of examples (k,), dict of a method -> mistakes (k,)
    """
    for ax, (title, sizes, mistakes) in zip(axes, curves, strict=True):
        for name, values in mistakes.items():
            colour, dashes = LOOKS[name]
            ax.plot(sizes, values, color=colour, linestyle=dashes, marker="o", markersize=4, label=name)
        ax.set(
            xscale="log",
            yscale="log",
            ylim=(0.018, 0.6),
            xlabel="examples to learn from",
            ylabel="share of mistakes",
        )
        ax.set_xticks(sizes, [f"{size}" for size in sizes])
        ax.set_yticks([0.02, 0.05, 0.1, 0.2, 0.5], ["0.02", "0.05", "0.1", "0.2", "0.5"])
        ax.minorticks_off()
        ax.set_title(title)
    handles, labels = axes[0].get_legend_handles_labels()
    axes[0].figure.legend(handles, labels, loc="outside upper center", ncols=3, frameon=False)
