"""The explorers of notebook 11."""

from collections import Counter
from functools import lru_cache

import numpy as np

from helpers.data import writer
from helpers.data.manual import manual, split_text
from helpers.figures import style
from helpers.figures import training as training_figures
from helpers.figures import writing as figures
from helpers.formulas import words
from helpers.formulas import writing as formulas
from helpers.live.controls import slider, text, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import Handle, area
from helpers.live.replay import Replay, controls_along, handles_along
from helpers.maths import attention, ngrams, transformer
from helpers.maths import text as texts
from helpers.maths.classification import class_losses, softmax
from helpers.widgets.written import rows

COMMONEST, COLUMNS = 20, 54
"""Characters in the table of pairs; in a row of text."""
BRIGHT = 0.5
"""The probability that has the full colour in the table of pairs."""


@lru_cache(maxsize=1)
def _rows():
    """Return the commonest characters of the manual, commonest first."""
    learn, _ = split_text(manual())
    return "".join(character for character, _ in Counter(learn).most_common(COMMONEST))


@lru_cache(maxsize=1)
def _pairs():
    """Return the probability of each character after each, (k, k), with rows and columns of the alphabet."""
    return np.stack([ngrams.probabilities(writer.counted(2), one) for one in writer.letters()])


def pair_table():
    """Return an explorer of which character follows which, and of what that writes."""
    axes = style.new_mosaic([["table", "chances"], ["text", "text"]], size=(9, 4.6), height_ratios=[4, 1])
    table = figures.draw_table(axes["table"], _rows())
    chances = figures.draw_chances(axes["chances"], 10, "what comes next")
    said = figures.draw_characters(axes["text"], COLUMNS, 2)
    live = LiveFigure(axes["table"].figure, [table, chances, said])
    shown = [writer.letters().index(character) for character in _rows()]

    def update(character, temperature, draw):
        P = softmax(np.log(_pairs()), temperature)
        p = P[shown[character]]
        figures.update_table(table, P[np.ix_(shown, shown)], character, BRIGHT)
        figures.update_chances(chances, p, writer.letters())
        written = texts.written(
            lambda so_far: np.log(P[writer.letters().index(so_far[-1])]),
            writer.letters(),
            _rows()[character],
            2 * COLUMNS - 1,
            seed=draw,
        )
        figures.update_characters(said, written.replace("\n", " "))
        best = int(p.argmax())
        return Caption(
            f"After {words.character(_rows()[character])} comes {words.character(writer.letters()[best])}"
            f" with probability {words.number(p[best])}, temperature {words.number(temperature, 1)}."
            f" Draw {draw} writes: {written[:40].split(chr(10))[0]} …"
        )

    controls = {
        "character": whole_slider("character", _rows().index("t"), 0, COMMONEST - 1),
        "temperature": slider("temperature", 1.0, 0.1, 3.0),
        "draw": whole_slider("draw", 0, 0, 20),
    }
    presets = {
        "After h": {"character": _rows().index("h"), "temperature": 1.0},
        "Careful": {"temperature": 0.3},
        "Bold": {"temperature": 2.0},
    }
    handles = [area(axes["table"], y="character")]
    return Explorer(live, controls, update, presets, "pair_table", handles)


SENTENCE = ("Ada", "feeds", "her", "cat")
HEADS = {
    "Whose?": (2, "0 1; 0.5 0; 2 1.5; 2 -1", "2 0.5; -0.5 2; 0.5 -1.5; -1 -1"),
    "Who does it?": (1, "-0.5 0.5; 2.5 0; 0 0; 1 -0.5", "2.5 0; -2 1; -0.5 1.5; 0 -2"),
    "All alike": (3, "0 0; 0 0; 0 0; 0 0", "2 0.5; -0.5 2; 0.5 -1.5; -1 -1"),
}
"""Name of a preset -> the number of the word that asks, the queries and the keys of the words, in order."""


def attention_by_hand():
    """Return an explorer of attention among four words: queries and keys of two numbers, and the shares."""
    left, right = style.new_axes(2, size=(9, 4))
    plane = figures.draw_plane(left)
    table = figures.draw_shares(right, SENTENCE)
    live = LiveFigure(left.figure, [plane, table])

    def update(asks, masked, queries, keys):
        Q, refused = _vectors(queries)
        K, more = _vectors(keys)
        A = attention.shares(Q, K, masked)
        figures.update_plane(plane, SENTENCE, K, Q[asks], asks, (np.arange(len(K)) > asks) & masked)
        figures.update_shares(table, A, asks)
        most = int(A[asks].argmax())
        asked = A[asks, : asks + 1] if masked else A[asks]
        taken = ", ".join(
            f"{word} {words.number(share)}" for word, share in zip(SENTENCE, A[asks], strict=True)
        )
        from_most = (
            " All that it may ask give alike."
            if len(asked) > 1 and words.alike(asked)
            else f" Most from “{SENTENCE[most]}”, whose key is {words.pair(K[most], 1)}."
        )
        way = "no word asks one that comes after it" if masked else "every word asks every word"
        return Caption(
            f"“{SENTENCE[asks]}” asks, with the query {words.pair(Q[asks], 1)}; {way}. Its shares: {taken}."
            f"{from_most}{refused or more}",
            formulas.score(Q[asks], K[most]),
        )

    controls = {
        "asks": whole_slider("word that asks", 2, 0, len(SENTENCE) - 1),
        "masked": tick("none looks ahead", True),
        "queries": text("queries", HEADS["Whose?"][1], example="0 1; 1 0; 2 0; 1 1"),
        "keys": text("keys", HEADS["Whose?"][2], example="0 1; 1 0; 2 0; 1 1"),
    }
    presets = {
        label: {"masked": True, "asks": asks, "queries": queries, "keys": keys}
        for label, (asks, queries, keys) in HEADS.items()
    }

    def moved(name, part, grab):
        vectors, _ = _vectors(grab.start[name])
        vectors[part] = np.clip(np.round([grab.x, grab.y], 1), -figures.LIMIT, figures.LIMIT)
        return {name: "; ".join(f"{a:g} {b:g}" for a, b in vectors + 0.0)}

    def asked():
        """Return the keys that the word may ask."""
        keys, _ = _vectors(controls["keys"].value)
        return keys[: controls["asks"].value + 1] if controls["masked"].value else keys

    handles = [
        Handle(
            left,
            lambda: _vectors(controls["queries"].value)[0][[controls["asks"].value]],
            lambda grab: moved("queries", grab.start["asks"], grab),
        ),
        Handle(left, asked, lambda grab: moved("keys", grab.part, grab)),
        area(right, y="asks"),
    ]
    return Explorer(live, controls, update, presets, "attention_by_hand", handles, more=["queries", "keys"])


def _vectors(written):
    """Return the vectors that a text names, (4, 2), and what to say if it names none."""
    vectors = rows(written, (len(SENTENCE), 2), figures.LIMIT)
    if vectors is None:
        needed = f"four pairs of numbers, none beyond {figures.LIMIT}, as in 0 1; 1 0; 2 0; 1 1"
        return np.zeros((len(SENTENCE), 2)), f" Not understood: “{written}”. Needed are {needed}."
    return vectors, ""


LONGEST = COLUMNS
"""Of a text that is read letter by letter."""
READ = {
    "A sentence": "If the object is not a class, a TypeError is raised.",
    "Code": "for x in range(10): print(x, end=' ')",
    "Shakespeare": "Shall I compare thee to a summer's day?",
    "No sense": "zqx jjw kkv qqz",
}


def next_character(net=None):
    """Return an explorer of what a trained GPT expects after each character of a text.

    net  of helpers.maths.transformer, on the manual's alphabet; unless given, the one that ships
    """
    net = writer.gpt() if net is None else net
    axes = style.new_mosaic(
        [["text", "text", "text"], ["gpt", "five", "two"]], size=(9, 4.4), height_ratios=[1, 4]
    )
    line = figures.draw_characters(axes["text"], COLUMNS, 1, "fuller colour: more surprised")
    bars = [
        figures.draw_chances(axes[name], 8, title, colour)
        for name, title, colour in (
            ("gpt", "GPT", style.MODEL),
            ("five", "5-gram", style.DATA),
            ("two", "2-gram", style.ACCENT),
        )
    ]
    live = LiveFigure(axes["text"].figure, [line, *bars])

    def update(told, temperature, top, given):
        given, refused = _readable(given)
        told = min(told, len(given))
        before = given[:told]
        numbers = texts.encoded("\n" + given, writer.letters())
        scores = transformer.forward(net, numbers)
        surprises = class_losses(scores[:-1], numbers[1:])
        figures.update_characters(line, given, surprises, 6.0, at=told, told=told)
        counted = [np.log(ngrams.probabilities(writer.counted(n), "\n" + before)) for n in (5, 2)]
        expected = [texts.sharpened(each, temperature, top) for each in (scores[told], *counted)]
        for artists, each in zip(bars, expected, strict=True):
            figures.update_chances(artists, each, writer.letters())
        best = [words.character(writer.letters()[int(each.argmax())]) for each in expected]
        comes = (
            f"{words.character(given[told])} comes, a surprise of {words.number(surprises[told])} nats at"
            f" temperature 1, of all {len(writer.letters())}"
            if told < len(given)
            else "here the text ends"
        )
        mean = surprises.mean()
        return Caption(
            f"After {told} of {len(given)} characters of “{given}” the GPT expects {best[0]}"
            f" ({words.number(expected[0].max())}), the 5-gram {best[1]}"
            f" ({words.number(expected[1].max())}), the 2-gram {best[2]}"
            f" ({words.number(expected[2].max())}), at temperature {words.number(temperature, 1)}, of the"
            f" {'likeliest alone' if top == 1 else f'{top} likeliest'}; {comes}. Its"
            f" mean surprise is {words.number(mean)} nats a character.{refused}"
        )

    controls = {
        "told": whole_slider("characters told", 20, 0, LONGEST),
        "temperature": slider("temperature", 1.0, 0.1, 3.0),
        "top": whole_slider("likeliest that stay", 94, 1, 94),
        "given": text("text", READ["A sentence"], example="a text to read"),
    }
    presets = {label: {"given": given} for label, given in READ.items()}
    handles = [area(axes["text"], x="told")]
    return Explorer(live, controls, update, presets, "next_character", handles)


def _readable(given):
    """Return a text that fits, of characters of the manual, and what to say of what was left out."""
    others = "".join(sorted(set(given) - set(writer.letters())))
    known = "".join(character for character in given if character in writer.letters())
    kept = known[:LONGEST]
    refused = f" Left out: “{others}”, not in the manual." if others else ""
    if len(known) > LONGEST:
        refused += f" Only the first {LONGEST} characters are read."
    if not kept:
        kept, refused = READ["A sentence"], f"{refused} A text is needed, of the manual's characters."
    return kept, refused


def heads_at_work(net=None):
    """Return an explorer of what each head of a trained GPT looks at in a text.

    net  as in next_character
    """
    net = writer.gpt() if net is None else net
    axes = style.new_mosaic([["text", "text"], ["look", "bars"]], size=(9, 4.6), height_ratios=[1, 4.4])
    line = figures.draw_characters(axes["text"], COLUMNS, 1, "what the place in the frame takes from whom")
    look = figures.draw_look(axes["look"], LONGEST)
    bars = figures.draw_chances(axes["bars"], 8, "where it looks")
    live = LiveFigure(axes["text"].figure, [line, look, bars])

    def update(asks, block, head, given):
        given, refused = _readable(given)
        asks = min(asks, len(given) - 1)
        A = transformer.looked_at(net, texts.encoded(given, writer.letters()))[block - 1][head - 1]
        whole = np.zeros((LONGEST, LONGEST))
        whole[: len(given), : len(given)] = A
        figures.update_characters(line, given, A[asks], 1.0, at=asks)
        figures.update_table(look, whole, asks, 0.6)
        figures.update_chances(bars, A[asks, : asks + 1], given)
        most = int(A[asks].argmax())
        away = "itself" if most == asks else f"{words.count(asks - most, 'place')} before it"
        return Caption(
            f"Block {block}, head {head}. Place {asks} of “{given}”, {words.character(given[asks])}, takes"
            f" most from {words.character(given[most])}, {away}: {words.number(A[asks, most])}.{refused}"
        )

    controls = {
        "asks": whole_slider("place that asks", 30, 0, LONGEST - 1),
        "block": whole_slider("block", 1, 1, len(net.blocks)),
        "head": whole_slider("head", 1, 1, net.blocks[0].heads.Wq.shape[1]),
        "given": text("text", READ["A sentence"], example="a text to read"),
    }
    presets = {label: {"given": given} for label, given in READ.items()}
    handles = [area(axes["text"], x="asks"), area(axes["look"], y="asks")]
    return Explorer(live, controls, update, presets, "heads_at_work", handles)


def writing_learnt(record=None, steps=None):
    """Return an explorer of a GPT's training: its surprise, and what it writes, as it learns.

    record  list of writer.Moment, the first from before the training, then after every writer.EVERY steps;
            unless given, that of the network that ships
    steps   how many there will be, if more will be appended; unless given, as many as that network made
    """
    shipped = writer.record()
    record = list(shipped if record is None else record)
    last = (len(shipped) - 1 if steps is None else steps // writer.EVERY) * writer.EVERY
    upper, lower = style.new_axes(1, 2, size=(9, 4.6), height_ratios=[1.1, 1])
    counted = {f"{n}-gram": float(loss) for n, loss in enumerate(writer.ngram_losses(pieces=True), start=1)}
    curve = figures.draw_fall(upper, last, counted)
    said = figures.draw_characters(lower, 66, 6)
    live = LiveFigure(upper.figure, [curve, said])

    def update(step):
        now = step // writer.EVERY
        training_figures.update_progress(
            curve, writer.EVERY * np.arange(len(record)), [float(one.loss) for one in record], now
        )
        figures.update_characters(said, record[now].text)
        beaten = [name for name, loss in counted.items() if record[now].loss < loss]
        passes = f"less than the {beaten[-1]}" if beaten else "more than each of the n-grams"
        return Caption(
            f"After step {step} of {last} its mean surprise is {words.number(record[now].loss)} nats a"
            f" character, {passes}. It writes: {' '.join(record[now].text.split())[:60]} …"
        )

    controls = controls_along("step", len(record) - 1, writer.EVERY, milliseconds=250)
    handles = handles_along("step", upper, curve.point)
    return Replay(live, controls, update, record, writer.EVERY, last, handles, along="step")
