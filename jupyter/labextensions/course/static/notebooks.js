// The notebooks that are open: which cells ran in their kernels, their exercises, and the way to a place in one.

const seen = new WeakSet();
const acts = [];
const ran = new WeakMap();  // panel -> Set of the ids of the cells that ran since its kernel started

export const tagsOf = cell => cell.model.getMetadata("tags") ?? [];
export const hasTag = (cell, tag) => !!cell && tagsOf(cell).includes(tag);
export const sourceOf = cell => cell.model.sharedModel.source;

/** The number in a notebook's name: "05" of 05_classification.ipynb; undefined for one that is none of the course's. */
export const numberIn = ({ context }) => context.path.match(/(?:^|\/)(\d\d)_[^/]*$/)?.[1];

/** The index of the cell that a message of the kernel answers, or -1. */
export const indexOf = ({ content }, { parent_header }) =>
  content.widgets.findIndex(cell => cell.outputArea?.future?.msg.header.msg_id === parent_header.msg_id);

/** Run a cell where it stands; the selection stays. */
export const run = (panel, cell) => cell.constructor.execute(cell, panel.sessionContext);

/** Return a new element that shows a text of a MIME type as JupyterLab does. */
export async function render(rendermime, type, text) {
  const renderer = rendermime.createRenderer(type);
  await renderer.renderModel({ data: { [type]: text }, metadata: {}, trusted: false });
  return renderer.node;
}

/** Keep which cells run, until the kernel is another or starts again. */
function follow(panel) {
  const cells = new Set(), { sessionContext, content } = panel;
  ran.set(panel, cells);
  sessionContext.kernelChanged.connect(() => cells.clear());
  sessionContext.statusChanged.connect((_, status) => status.endsWith("restarting") && cells.clear());
  sessionContext.iopubMessage.connect((_, message) => {
    const cell = message.header.msg_type === "execute_input" && content.widgets[indexOf(panel, message)];
    if (cell) cells.add(cell.model.id);
  });
}

function meet(panel) {
  if (seen.has(panel)) return;
  seen.add(panel);
  follow(panel);
  for (const act of acts) act(panel);
}

/** Call act with the panel of each notebook that opens, before anything is drawn. */
export function forEachPanel({ docRegistry }, act) {
  acts.push(act);
  const watched = new WeakSet();
  const look = () => {
    const factory = docRegistry.getWidgetFactory("Notebook");
    if (!factory || watched.has(factory)) return;
    watched.add(factory);
    factory.widgetCreated.connect((_, panel) => meet(panel));
  };
  docRegistry.changed.connect(look);
  look();
}

/** Call act with the panel of each notebook that opens, once its cells are there. */
export function forEachNotebook(app, act) {
  forEachPanel(app, panel => void panel.context.ready.then(() => panel.isDisposed || act(panel)));
}

/** Say whether a cell has run in the kernel that its notebook has now. */
export const hasRun = (panel, cell) => ran.get(panel)?.has(cell.model.id) ?? false;

const OF_AN_EXERCISE = new Set(["stub", "check", "solution"]);  // nothing else needs what they define

/** Run a cell, after those of the cells above that have not run in this kernel; an exercise is left to the learner. */
export async function runWithNeeded(panel, index) {
  const { widgets } = panel.content;
  const needed = widgets.slice(0, index).filter(cell => cell.model.type === "code" && sourceOf(cell).trim()
    && !hasRun(panel, cell) && !tagsOf(cell).some(tag => OF_AN_EXERCISE.has(tag)));
  for (const cell of [...needed, widgets[index]]) await run(panel, cell);
}

/** Return what an expression gives in the kernel, as JSON, or null where the kernel cannot say. */
export async function inKernel(panel, expression) {
  await panel.sessionContext.ready;
  const kernel = panel.sessionContext.session?.kernel;
  const request = { code: "", silent: true, store_history: false, user_expressions: { kept: expression } };
  const reply = await kernel?.requestExecute(request).done;
  return reply?.content.user_expressions?.kept?.data?.["application/json"] ?? null;
}

const EXERCISE = /^### Exercise (\d+\.\d+): (.+)/;

/** The exercises of a notebook: number, title, the index of the task's cell, and the cells of answer and check. */
export function exercisesOf({ widgets }) {
  return widgets.flatMap((cell, index) => {
    const [, number, title] = (hasTag(cell, "exercise") && sourceOf(cell).match(EXERCISE)) || [];
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

/** Show a cell, or a part of it, until it stays there: it moves until the cells above have their heights. */
export async function scrollTo(notebook, index, { part = node => node, block = "start", still = () => true } = {}) {
  const { node } = notebook.widgets[index];
  const over = new AbortController(), { signal } = over;  // also once somebody scrolls, clicks or types
  for (const type of ["wheel", "pointerdown", "keydown"]) addEventListener(type, () => over.abort(), { capture: true, signal });
  for (let tries = 0, stands = 0; stands < 4 && tries < 50; tries++) {
    if (!node.isConnected) await notebook.scrollToItem(index, "start").catch(() => {});  // another was asked for since
    if (notebook.isDisposed || signal.aborted || !still()) break;
    const shown = part(node);
    shown.scrollIntoView({ block });
    const { top } = shown.getBoundingClientRect();
    await new Promise(done => setTimeout(done, 75));
    stands = shown.isConnected && shown.getBoundingClientRect().top === top ? stands + 1 : 0;
  }
  over.abort();
}

/** Go to a place in a notebook: an exercise by its number, where one can write at once, "quiz", or "" for its top. */
export async function goTo(notebook, place) {
  const exercise = exercisesOf(notebook).find(({ number }) => number === place);
  const quiz = notebook.widgets.findIndex(cell => hasTag(cell, "quiz"));
  const index = exercise?.index ?? (place === "quiz" && quiz > 0 ? quiz - 1 : 0);
  if (!exercise) return goToCell(notebook, index, index + (place === "quiz"));
  writeIn(notebook, exercise.answer);
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
