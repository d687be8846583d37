// The notebooks that are open: their cells, their exercises, and the way to a place in one.

/** Call act once with each notebook's panel, when it is shown for the first time and its cells are there. */
export function forEachNotebook(app, act) {
  const met = new WeakSet();
  const look = async () => {
    const panel = app.shell.currentWidget;
    if (!panel?.content?.widgets || met.has(panel)) return;
    met.add(panel);
    await panel.context.ready;
    act(panel);
  };
  app.shell.currentChanged.connect(look);
  void look();
}

export const hasTag = (cell, tag) => cell?.model.getMetadata("tags")?.includes(tag) ?? false;

const EXERCISE = /^### Exercise (\d+\.\d+): (.+)/;

/** The exercises of a notebook: number, title, the index of the task's cell, and the cells of answer and check. */
export function exercisesOf({ widgets }) {
  return widgets.flatMap((cell, index) => {
    const [, number, title] = (hasTag(cell, "exercise") && cell.model.sharedModel.source.match(EXERCISE)) || [];
    return number ? [{ number, title, index, answer: widgets[index + 1], check: widgets[index + 2] }] : [];
  });
}

/** Write in a cell: it is active, and the cursor stands in it. */
export function writeIn(notebook, cell) {
  notebook.activeCellIndex = notebook.widgets.indexOf(cell);
  notebook.deselectAll();
  notebook.mode = "edit";
  cell.editor?.focus();  // it may have been in this mode, with the focus elsewhere
}

/** Put the top of a cell at the top of the notebook; it moves until the cells above have their heights. */
export async function scrollTo(notebook, index) {
  const { node } = notebook.widgets[index];
  for (let tries = 0, stands = 0; stands < 3 && tries < 30; tries++) {
    await notebook.scrollToItem(index, "start").catch(() => {});  // another scrolling was asked for since
    if (notebook.isDisposed) return;
    node.scrollIntoView({ block: "start" });
    const { top } = node.getBoundingClientRect();
    await new Promise(done => setTimeout(done, 50));
    stands = node.isConnected && node.getBoundingClientRect().top === top ? stands + 1 : 0;
  }
}

/** Go to a place in a notebook: an exercise by its number, where one can write at once, "quiz", or "" for its top. */
export async function goTo(notebook, place) {
  const exercise = exercisesOf(notebook).find(({ number }) => number === place);
  const quiz = notebook.widgets.findIndex(cell => hasTag(cell, "quiz"));
  const index = exercise?.index ?? (place === "quiz" && quiz > 0 ? quiz - 1 : 0);
  if (exercise) writeIn(notebook, exercise.answer);
  else await goToCell(notebook, index, index + (place === "quiz"));
  await scrollTo(notebook, index);
}

/** Make a cell the active one, and show it, or the one of another index, at the top. */
export async function goToCell(notebook, index, active = index) {
  notebook.activeCellIndex = active;
  notebook.deselectAll();
  notebook.mode = "command";
  notebook.node.focus();
  await scrollTo(notebook, index);
}
