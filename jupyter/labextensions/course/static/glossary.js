// For a reader: a click on a bold term, or Enter, shows its entry in the glossary where one is; Escape puts it away.

import { forEach } from "./added.js";
import { make } from "./elements.js";
import { render, scrollTo } from "./notebooks.js";

const GLOSSARY = "13_where_next.ipynb";
const ENTRY = /^- \*\*(.+?)\*\*: (.+)$/gm;

/** The glossary of the last notebook: term in lower case -> what it means, and the cell that says so. */
async function readGlossary(app) {
  const { content } = await app.serviceManager.contents.get(`notebooks/${GLOSSARY}`);
  const cells = content.cells.filter(cell => cell.metadata.tags?.includes("glossary"));
  return new Map(cells.flatMap(({ id, source }) =>
    [...source.matchAll(ENTRY)].map(([, term, meaning]) => [term.toLowerCase(), { meaning, cell: id }])));
}

/** Open a notebook, and go to a term, in lower case, in one of its cells. */
async function showEntry(app, path, id, term) {
  const panel = await app.commands.execute("docmanager:open", { path });
  await Promise.all([panel.context.ready, panel.revealed]);
  const index = panel.content.widgets.findIndex(cell => cell.model.id === id);
  panel.content.activeCellIndex = index;
  const entry = node => [...node.querySelectorAll("strong")].find(each => each.textContent.toLowerCase() === term) ?? node;
  await scrollTo(panel.content, index, { part: entry, block: "center" });
}

/** Show a term's entry beside it, with its formulas and code, until one goes on; a link leads to the glossary. */
async function open(term, app, { meaning, cell }) {
  const { rendermime } = app.shell.currentWidget.content;
  const said = await render(rendermime, "text/markdown", meaning), leads = make("a", { href: "#" }, "In the glossary");
  const entry = make("div", { className: "course-entry", popover: "auto", role: "note" }, said, leads);
  const besides = app.shell.currentWidget.context.path.replace(/[^/]*$/, GLOSSARY);
  leads.addEventListener("click", event => {
    event.preventDefault();
    entry.hidePopover();
    void showEntry(app, besides, cell, term.textContent.toLowerCase());
  });
  const place = () => {  // it goes where its term goes
    if (!term.isConnected) return;  // JupyterLab takes a cell off the page for a moment
    const { left, bottom, top } = term.getBoundingClientRect();
    const above = bottom + entry.offsetHeight + 10 > innerHeight;
    entry.style.left = `${Math.max(8, Math.min(left, innerWidth - entry.offsetWidth - 8))}px`;
    entry.style.top = `${above ? top - entry.offsetHeight - 6 : bottom + 6}px`;
    if (bottom < 0 || top > innerHeight) entry.hidePopover();
  };
  addEventListener("scroll", place, true);
  entry.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    entry.remove();
    removeEventListener("scroll", place, true);
  });
  document.body.append(entry);
  entry.showPopover({ source: term });  // so that the next Tab reaches its link
  rendermime.latexTypesetter?.typeset(said);
  place();
}

/** Let a bold term show what it means. */
function explain(term, app, glossary) {
  const entry = glossary.get(term.textContent.toLowerCase());
  if (!entry) return;
  const look = () => void open(term, app, entry);
  term.classList.add("course-term");
  term.tabIndex = 0;
  term.setAttribute("role", "button");
  term.dataset.lmSuppressShortcuts = "true";
  term.addEventListener("click", look);
  term.addEventListener("keydown", ({ key }) => key === "Enter" && look());
}

/** Without the notebook that holds the glossary, a bold term stays as it is. */
async function explainTerms(app) {
  const glossary = await readGlossary(app).catch(() => new Map());
  forEach(".jp-RenderedMarkdown strong:not(.course-term)", term => explain(term, app, glossary));
}

export default { id: "course:glossary", autoStart: true, activate: app => void explainTerms(app) };
