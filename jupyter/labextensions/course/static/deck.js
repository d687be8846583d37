// For a teacher, beyond jupyterlab-slideshow:
// - in the workspace "deck" (make slides): run the notebook of the address, then show its first slide
// - a deck that starts from a cell that is on no slide shows the slide before it
// - one press of a key is one change on the screen
// - a slide without a heading bears the last one's
// - a talk that ends leaves the notebook where the talk was

import { asked } from "./address.js";
import { scrollTo } from "./notebooks.js";
import { follow, goTo, notebookOf, presenting, slideOf, slideType } from "./talk.js";

const SHOWN = new Set(["slide", "subslide", "fragment"]);
const STEPS = new Set(["deck:forward", "deck:back", "deck:up", "deck:down", "deck:go"]);

/** Move to the first cell of the slide that holds the active cell, or of the last one before it. */
function moveToSlide(notebook) {
  let index = notebook.activeCellIndex;
  while (index > 0 && !SHOWN.has(slideType(notebook.widgets[index]))) index--;
  notebook.activeCellIndex = index;
}

/** What the deck now shows of a notebook, as one string. */
const onScreen = notebook =>
  notebook.widgets.map((cell, k) => (cell.hasClass("jp-deck-mod-visible") ? k : "")).join();

/** The notebook that this page is to show as a deck, or null. A second tab is led on to a workspace "auto-..." of its own. */
function toShow() {
  const { workspace, treePath } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  if (workspace === "deck") sessionStorage.setItem("course:deck", treePath);
  else if (!workspace?.startsWith("auto-")) sessionStorage.removeItem("course:deck");
  return treePath && sessionStorage.getItem("course:deck") === treePath ? treePath : null;
}

/** Write on a slide without a heading what it continues. */
function entitle(notebook) {
  const { begin, continues, title } = slideOf(notebook);
  if (continues) notebook.widgets[begin].node.dataset.talkTitle = title;
}

/** Leave the notebook where the talk was. */
function leave(notebook) {
  const { activeCell, activeCellIndex } = notebook;
  void scrollTo(notebook, activeCellIndex, { still: () => notebook.activeCell === activeCell && !presenting() });
}

async function openAsDeck(app, path) {
  await app.restored;
  while (app.shell.currentWidget?.context?.path !== path) await new Promise(done => setTimeout(done, 50));
  const panel = app.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await app.commands.execute("notebook:run-all-cells");
  goTo(panel.content, asked || 1);
  await app.commands.execute("deck:start");
}

function activate(app) {
  const notebook = () => notebookOf(app);
  let shown = "", index = -1;
  app.commands.commandExecuted.connect(async (_, { id, args, result }) => {
    if (!notebook()) return;
    const starts = id === "deck:start" || id === "deck:toggle";
    if (starts) moveToSlide(notebook());
    if (!starts && !STEPS.has(id)) return;
    await result;
    const [wasShown, wasIndex] = [shown, index];
    [shown, index] = [onScreen(notebook()), notebook().activeCellIndex];
    if (!starts && shown === wasShown && index !== wasIndex) await app.commands.execute(id, args);
  });
  let last = null;
  follow(app, talked => {
    if (talked) entitle(talked);
    if (!talked && last) leave(last);
    last = talked;
  });
  const path = toShow();
  if (path) void openAsDeck(app, path);
}

export default { id: "course:deck", autoStart: true, activate };
