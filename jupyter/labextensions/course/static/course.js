// What the course adds to JupyterLab, which loads this file as it stands: no build.
//
// For the keyboard and a screen reader, what ipywidgets leaves out:
// - a tick, a list or a field keeps its keys, which JupyterLab would take as its own
// - a slider is called as its label, the buttons of a player as what they do
// - an explorer's picture is described by its words, which are read out when they change
//
// For a reader:
// - a bold term shows its entry in the glossary, and a click on it, or Enter, goes there
// - a name that is missing, because a cell above has not run yet, is explained, with a button that runs it
//
// For a teacher, beyond jupyterlab-slideshow:
// - in the workspace "deck" (make slides): run the notebook of the address, then show its first slide
// - a deck that starts from a cell that is on no slide shows the slide before it
// - one press of a key is one change on the screen

const KEEPS_ITS_KEYS = ".explorer :is(select, input), .explorer .widget-readout, .quiz :is(input, select)";
const PLAYER = ["Play or pause", "Stop", "Repeat"];

/** Give each control the name that ipywidgets leaves out, and the keys that JupyterLab would take from it. */
function nameControls() {
  for (const control of document.querySelectorAll(KEEPS_ITS_KEYS)) control.dataset.lmSuppressShortcuts = "true";
  for (const handle of document.querySelectorAll(".widget-slider [role=slider]:not([aria-label])")) {
    handle.setAttribute("aria-label", handle.closest(".widget-slider").querySelector(".widget-label").textContent);
  }
  for (const player of document.querySelectorAll(".widget-play")) {
    player.querySelectorAll("button").forEach((button, k) => button.setAttribute("aria-label", PLAYER[k]));
  }
  for (const explorer of document.querySelectorAll(".explorer:not([role])")) {
    const words = explorer.querySelector(".words")?.closest(".widget-html");
    if (!words) continue;
    words.id ||= `words-${crypto.randomUUID()}`;
    words.setAttribute("aria-live", "polite");
    const picture = explorer.querySelector("img");
    picture.alt = "Live picture";
    picture.setAttribute("aria-describedby", words.id);
    explorer.setAttribute("role", "group");
    explorer.setAttribute("aria-label", "Explorer");
  }
}

const GLOSSARY = "notebooks/13_where_next.ipynb";
const ENTRY = /^- \*\*(.+?)\*\*: (.+)$/gm;

/** The glossary of the last notebook: term in lower case -> what it means, and the cell that says so. */
async function readGlossary(app) {
  const { content } = await app.serviceManager.contents.get(GLOSSARY);
  const cells = content.cells.filter(cell => cell.metadata.tags?.includes("glossary"));
  return new Map(cells.flatMap(({ id, source }) =>
    [...source.matchAll(ENTRY)].map(([, term, meaning]) => [term.toLowerCase(), { meaning, cell: id }])));
}

/** Open a notebook, and go to one of its cells. */
async function showCell(app, path, id) {
  const panel = await app.commands.execute("docmanager:open", { path });
  await Promise.all([panel.context.ready, panel.revealed]);
  const index = panel.content.widgets.findIndex(cell => cell.model.id === id);
  const { node } = panel.content.widgets[index];
  panel.content.activeCellIndex = index;
  for (let tries = 0, stands = 0; stands < 3 && tries < 50; tries++) { // it moves until the cells above have their heights
    await panel.content.scrollToItem(index);
    node.scrollIntoView();
    const { top } = node.getBoundingClientRect();
    await new Promise(done => setTimeout(done, 100));
    stands = node.isConnected && node.getBoundingClientRect().top === top ? stands + 1 : 0;
  }
}

/** Let each bold term of the page say what it means, and lead to its entry. */
function explainTerms(app, glossary) {
  for (const term of document.querySelectorAll(".jp-RenderedMarkdown strong:not([title])")) {
    const entry = glossary.get(term.textContent.toLowerCase());
    if (!entry) continue;
    const look = () => showCell(app, GLOSSARY, entry.cell);
    term.title = entry.meaning;
    term.tabIndex = 0;
    term.setAttribute("role", "link");
    term.addEventListener("click", look);
    term.addEventListener("keydown", event => event.key === "Enter" && look());
  }
}

/** Name the controls and explain the terms that are on the page, and those that come; once a frame at most. */
async function keepUp(app) {
  const glossary = await readGlossary(app).catch(() => new Map());
  let waiting = false;
  const look = () => {
    waiting = false;
    nameControls();
    explainTerms(app, glossary);
  };
  look();
  new MutationObserver(() => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  }).observe(document.body, { childList: true, subtree: true });
}

/** Where a name is missing that a cell above defines, say so, and offer to run the cells above. */
function offerCellsAbove(app) {
  const watched = new WeakSet();
  app.shell.currentChanged.connect(() => {
    const panel = app.shell.currentWidget;
    if (!panel?.content?.widgets || watched.has(panel)) return;
    watched.add(panel);
    panel.sessionContext.iopubMessage.connect((_, { header, parent_header, content }) => {
      const name = header.msg_type === "error" && content.evalue.match(/^name '(\w+)' is not defined/)?.[1];
      if (!name) return;
      const cells = panel.content.widgets;
      const ran = cells.findIndex(cell => cell.outputArea?.future?.msg.header.msg_id === parent_header.msg_id);
      const defines = new RegExp(`^(from .+ )?import .*\\b${name}\\b|^${name}\\b.*=|^def ${name}\\b`, "m");
      const above = cells.slice(0, ran).some(cell =>
        cell.model.type === "code" && defines.test(cell.model.sharedModel.source));
      if (above) void app.commands.execute("apputils:notify", {
        message: `A cell further up defines "${name}", and has not run yet.`,
        type: "warning",
        options: { autoClose: 20_000, actions: [{ label: "Run all cells above", commandId: "notebook:run-all-above" }] },
      });
    });
  });
}

const SHOWN = new Set(["slide", "subslide", "fragment"]);
const STEPS = new Set(["deck:forward", "deck:back", "deck:up", "deck:down", "deck:go"]);

const slideType = cell => cell.model.getMetadata("slideshow")?.slide_type ?? null;

/** Move to the first cell of the slide that holds the active cell, or of the last one before it. */
function moveToSlide(notebook) {
  let index = notebook.activeCellIndex;
  while (index > 0 && !SHOWN.has(slideType(notebook.widgets[index]))) index--;
  notebook.activeCellIndex = index;
}

/** What the deck now shows of a notebook, as one string. */
const onScreen = notebook =>
  notebook.widgets.map((cell, k) => (cell.hasClass("jp-deck-mod-visible") ? k : "")).join();

async function openAsDeck(app, path) {
  await app.restored;
  while (app.shell.currentWidget?.context?.path !== path) await new Promise(done => setTimeout(done, 50));
  const panel = app.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await app.commands.execute("notebook:run-all-cells");
  panel.content.activeCellIndex = 0;
  await app.commands.execute("deck:start");
}

function activate(app) {
  void keepUp(app);
  offerCellsAbove(app);
  const notebook = () => {
    const content = app.shell.currentWidget?.content;
    return content?.widgets && content.activeCell ? content : null;
  };
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
  const { workspace, treePath } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  if (workspace === "deck" && treePath) void openAsDeck(app, treePath);
}

window._JUPYTERLAB = window._JUPYTERLAB ?? {};
window._JUPYTERLAB["course"] = {
  init: () => undefined,
  get: async () => () => ({ id: "course:plugin", autoStart: true, activate }),
};
