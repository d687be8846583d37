// For a reader: a bold term shows its entry in the glossary, and a click on it, or Enter, goes there.

import { forEach } from "./added.js";

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
  const { node } = panel.content.widgets[index];
  panel.content.activeCellIndex = index;
  for (let tries = 0, stands = 0; stands < 3 && tries < 50; tries++) { // it moves until the cells above have their heights
    await panel.content.scrollToItem(index);
    const entry = [...node.querySelectorAll("strong")].find(each => each.textContent.toLowerCase() === term) ?? node;
    entry.scrollIntoView({ block: "center" });
    const { top } = entry.getBoundingClientRect();
    await new Promise(done => setTimeout(done, 100));
    stands = entry.isConnected && entry.getBoundingClientRect().top === top ? stands + 1 : 0;
  }
}

/** Let a bold term say what it means, and lead to its entry. */
function explain(term, app, glossary) {
  const name = term.textContent.toLowerCase(), entry = glossary.get(name);
  if (!entry) return;
  const besides = () => app.shell.currentWidget.context.path.replace(/[^/]*$/, GLOSSARY);
  const look = () => showEntry(app, besides(), entry.cell, name);
  term.title = entry.meaning;
  term.tabIndex = 0;
  term.setAttribute("role", "link");
  term.addEventListener("click", look);
  term.addEventListener("keydown", event => event.key === "Enter" && look());
}

/** Without the notebook that holds the glossary, a bold term stays as it is. */
async function explainTerms(app) {
  const glossary = await readGlossary(app).catch(() => new Map());
  forEach(".jp-RenderedMarkdown strong:not([title])", term => explain(term, app, glossary));
}

export default { id: "course:glossary", autoStart: true, activate: app => void explainTerms(app) };
